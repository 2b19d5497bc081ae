// Lines as a Word document: Python made all of it but the paragraphs, and one to fill.
import { zipWith } from "./zip.js";

export const WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const WORD_TEXT = "word/document.xml";
// What XML 1.0 can't hold even when escaped: Word would call the whole file damaged.
const NOT_IN_XML = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
/** @type {Record<string, string>} */
const IN_XML = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
// The first letter, or mark of direction, says which way a paragraph runs.
const STRONG = /[\p{L}\u061c\u200e\u200f]/u;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** @typedef {import("./lines.js").Line} Line */
/**
 * What `word_parts` of word.py writes.
 * @typedef {object} WordParts
 * @property {string} rest a zip of all but the text, in base64
 * @property {string} start
 * @property {string} paragraph for each line, with stand-ins for its style, direction and text
 * @property {string} end
 * @property {Record<string, string>} styles by kind of line
 * @property {string} line_break
 */

/** @param {Line[]} lines @param {WordParts} parts */
export function wordOf(lines, parts) {
  const paragraphs = lines.flatMap(inParagraphs).map((line) => paragraphOf(line, parts));
  const text = parts.start + paragraphs.join("") + parts.end;
  const rest = Uint8Array.from(atob(parts.rest), (byte) => byte.charCodeAt(0));
  const bytes = (/** @type {string} */ string) => new TextEncoder().encode(string);
  return zipWith(rest, bytes(WORD_TEXT), bytes(text));
}

/**
 * Each runs its own way: what is asked may be English and what is said Arabic.
 * @param {Line} line @returns {Line[]}
 */
function inParagraphs({ kind, label = "", text }) {
  if (kind !== "pair") return [{ kind, text }];
  return [{ kind: "label", text: label }, { kind: "text", text }].filter((line) => line.text);
}

/** @param {Line} line @param {WordParts} parts */
function paragraphOf({ kind, text }, parts) {
  const written = text.replaceAll(NOT_IN_XML, "").replaceAll(/[&<>]/g, (sign) => IN_XML[sign]);
  /** @type {Record<string, string>} */
  const filling = {
    style: parts.styles[kind],
    rtl: runsRightToLeft(text) ? "1" : "0",
    text: written.replaceAll("\n", () => parts.line_break),
  };
  return parts.paragraph.replaceAll(/@(style|rtl|text)@/g, (_, name) => filling[name]);
}

/** @param {string} text */
function runsRightToLeft(text) {
  const [first] = text.match(STRONG) ?? [""];
  return RIGHT_TO_LEFT.test(first);
}
