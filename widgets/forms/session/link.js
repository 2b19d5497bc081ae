// A summary in the fragment of a link, which browsers keep to themselves.
const MARK = "#taken=";
const LONGEST = 400;
const NOTES = ["agreed", "tells", "by"];

/**
 * @typedef {object} Summary
 * @property {Record<string, [group: string, card: string][]>} held by subject
 * @property {Record<string, string>} notes what was typed
 */

/** @param {Summary} summary */
export function linkWith(summary) {
  const bytes = new TextEncoder().encode(JSON.stringify([summary.held, summary.notes]));
  const text = btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  return location.href.split("#")[0] + MARK + text;
}

/** Whether the page was opened by such a link, whole or not. */
export function isOpenedToRead() {
  return location.hash.startsWith(MARK);
}

/** @returns {Summary | null} null where the link is not whole */
export function summaryInLink() {
  try {
    const text = location.hash.slice(MARK.length).replaceAll("-", "+").replaceAll("_", "/");
    const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
    return checked(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  } catch {
    return null;
  }
}

/**
 * Anyone can make a link: what is not a summary is none.
 * @param {unknown} value @returns {Summary | null}
 */
function checked(value) {
  if (!Array.isArray(value) || value.length !== 2 || !value.every(isObject)) return null;
  const [held, notes] = value;
  const pairs = Object.values(held).flatMap((each) => (Array.isArray(each) ? each : [null]));
  const arePairs = pairs.every((pair) => Array.isArray(pair) && pair.length === 2 && pair.every(isText));
  const areNotes = NOTES.every((name) => isText(notes[name]) && notes[name].length <= LONGEST);
  return arePairs && areNotes ? { held, notes } : null;
}

/** @param {unknown} value */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @param {unknown} value */
function isText(value) {
  return typeof value === "string";
}
