// Lines as a spreadsheet (CSV, RFC 4180): the place they stand in, what is asked, what is said.
// Without this mark Excel reads UTF-8 as something else.
const BYTE_ORDER_MARK = "\ufeff";
// Nobody sees them, and some programs end a cell at one.
const NOT_IN_A_CELL = /[^\P{Cc}\t\n\r]/gu;
// A spreadsheet would run a cell that begins like this, and what a learner typed is not to run:
// https://owasp.org/www-community/attacks/CSV_Injection. An apostrophe makes it text. Full-width
// signs count in some languages' Excel; what can't be seen before a sign may be dropped on opening.
const LIKE_A_FORMULA = /^([\t\r\n]|[\s\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20])/u;

/** @typedef {import("./lines.js").Line} Line */

/** @param {Line[]} lines @param {string[]} columns the name of each */
export function spreadsheetOf(lines, columns) {
  const rows = [columns, ...rowsOf(lines)];
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cellOf).join()}\r\n`).join("");
}

/** @param {Line[]} lines */
function rowsOf(lines) {
  let heading = "";
  let subheading = "";
  return lines.flatMap((line, index) => {
    if (line.kind === "heading") [heading, subheading] = [line.text, ""];
    if (line.kind === "subheading") subheading = line.text;
    if (isHeading(line) && !isBare(line, lines[index + 1])) return [];
    const place = [heading, subheading].filter(Boolean).join(" > ");
    return [[place, line.label ?? "", isHeading(line) ? "" : line.text]];
  });
}

/** @param {Line} line */
function isHeading(line) {
  return ["heading", "subheading"].includes(line.kind);
}

/**
 * A heading with nothing under it gets a row, or it would be lost.
 * @param {Line} heading @param {Line | undefined} next
 */
function isBare(heading, next) {
  return !next || next.kind === "heading" || (next.kind === "subheading" && heading.kind === "subheading");
}

/** @param {string} text */
function cellOf(text) {
  const seen = text.replaceAll(NOT_IN_A_CELL, "");
  const harmless = LIKE_A_FORMULA.test(seen) ? `'${seen}` : seen;
  return `"${harmless.replaceAll('"', '""')}"`;
}
