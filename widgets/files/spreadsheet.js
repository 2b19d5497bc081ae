// Lines as a spreadsheet (CSV, RFC 4180): the part they stand in, what is asked, what is said.
// Without this mark Excel reads UTF-8 as something else.
const BYTE_ORDER_MARK = "\ufeff";
// Nobody sees them, and some programs end a cell at one.
const NOT_IN_A_CELL = /[^\P{Cc}\t\n\r]/gu;
// A spreadsheet would run a cell that begins like this, and what a learner typed is not to run:
// https://owasp.org/www-community/attacks/CSV_Injection. An apostrophe makes it text. Full-width
// signs count in some languages' Excel; what can't be seen before a sign may be dropped on opening.
const LIKE_A_FORMULA = /^([\t\r\n]|[\s\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20])/u;

function spreadsheetOf(lines, columns) {
  const rows = [columns, ...rowsOf(lines)];
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cellOf).join()}\r\n`).join("");
}

function rowsOf(lines) {
  let part = {};
  return lines.flatMap((line, index) => {
    if (line.kind === "heading") part = { heading: line.text };
    if (line.kind === "subheading") part = { ...part, subheading: line.text };
    if (isHeading(line) && !isBare(line, lines[index + 1])) return [];
    const place = [part.heading, part.subheading].filter(Boolean).join(" > ");
    return [[place, line.label ?? "", isHeading(line) ? "" : line.text]];
  });
}

function isHeading(line) {
  return ["heading", "subheading"].includes(line?.kind);
}

// A heading with nothing under it gets a row, or it would be lost.
function isBare(heading, next) {
  return !next || next.kind === "heading" || (next.kind === "subheading" && heading.kind === "subheading");
}

function cellOf(text) {
  const seen = text.replaceAll(NOT_IN_A_CELL, "");
  const harmless = LIKE_A_FORMULA.test(seen) ? `'${seen}` : seen;
  return `"${harmless.replaceAll('"', '""')}"`;
}
