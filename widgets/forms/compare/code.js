// Answer codes, made and read by the tables that Python compiled.

/** @typedef {Record<string, string>} Answers ids of answers, by the ids of questions */
/** @typedef {{ id: string, states: string[], unanswered: string | null }} Scale */
/**
 * @typedef {object} CodeTables
 * @property {string} letters
 * @property {Record<string, string>} alike what is read as which letter
 * @property {number} columns
 * @property {number[]} groups how many letters of a code stand together
 * @property {number} byHand how many letters a code made on paper has
 * @property {number} whole how many one with check letters has
 * @property {string} version the id of what says by which version a code was made
 * @property {string} current
 * @property {number[][]} products for each factor of the check letters, of each letter
 * @property {[Scale, Scale][]} places what each letter holds
 */
/**
 * @typedef {object} Read
 * @property {string} code as it is written here
 * @property {Answers} answers
 * @property {string[]} notes ids of what is to be said of it
 */

const ADDRESS = "#codes=";
const BETWEEN_LETTERS = /[\s\u2010-\u2015\u2212-]/g;
const BETWEEN_CODES = /[,;.+&]/;

/**
 * @param {CodeTables} tables @param {Answers} answers
 * @returns {string | null} null where an answer is missing that a code needs
 */
export function codeOf(tables, answers) {
  const values = tables.places.map(([row, column]) => {
    return positionIn(row, answers) * tables.columns + positionIn(column, answers);
  });
  if (values.some((value) => Number.isNaN(value))) return null;
  return [...values, ...checkOf(tables, values)].map((value) => tables.letters[value]).join("");
}

/**
 * @param {CodeTables} tables @param {string} text
 * @returns {Read | { fault: string }}
 */
export function readCode(tables, text) {
  const { letters, alike, byHand, whole } = tables;
  const typed = [...text.toUpperCase().replace(BETWEEN_LETTERS, "")];
  const code = typed.map((sign) => alike[sign] ?? sign);
  const values = code.map((letter) => letters.indexOf(letter));
  if (values.includes(-1)) return { fault: "sign" };
  if (values.length !== byHand && values.length !== whole) return { fault: "length" };
  const held = values.slice(0, byHand);
  const isWhole = values.length === whole;
  if (isWhole && String(checkOf(tables, held)) !== String(values.slice(byHand))) return { fault: "slip" };
  const answers = answersIn(tables, held);
  // With check letters it is no slip, but of a version that is not known here.
  if (isWhole && answers[tables.version] !== tables.current) return { fault: "newer" };
  if (answers[tables.version] !== tables.current) return { fault: "unused" };
  if (Object.values(answers).includes(undefined)) return { fault: "unused" };
  const notes = [String(typed) === String(code) ? "" : "alike", isWhole ? "" : "by_hand"].filter(Boolean);
  return { code: code.join(""), answers: /** @type {Answers} */ (answers), notes };
}

/**
 * The codes in what was typed, pasted or opened: codes, or addresses that hold them.
 * @param {CodeTables} tables @param {string} text
 */
export function codesIn({ byHand, whole }, text) {
  const isOne = (/** @type {string} */ word) => [byHand, whole].includes(word.replace(BETWEEN_LETTERS, "").length);
  return text
    .replace(/\S*#codes=/g, ",")
    .split(BETWEEN_CODES)
    .map((part) => part.trim())
    .filter(Boolean)
    .flatMap((part) => (part.split(/\s+/).every(isOne) ? part.split(/\s+/) : [part]));
}

/** What stands in the page's address, or nothing. */
export function codesInAddress() {
  const { hash } = location;
  if (!hash.startsWith(ADDRESS)) return "";
  try {
    return decodeURIComponent(hash.slice(ADDRESS.length));
  } catch {
    return hash.slice(ADDRESS.length);
  }
}

/** @param {string[]} codes */
export function addressWith(codes) {
  return location.href.split("#")[0] + ADDRESS + codes.join(",");
}

/** @param {CodeTables} tables @param {string} code */
export function inGroups({ groups }, code) {
  let end = 0;
  const parts = groups.map((length) => code.slice(end, (end += length)));
  return parts.filter(Boolean).join("-");
}

/** @param {Scale} scale @param {Answers} answers */
function positionIn({ id, states, unanswered }, answers) {
  const position = states.indexOf(answers[id] ?? unanswered);
  return position < 0 ? NaN : position;
}

/** @param {CodeTables} tables @param {number[]} values */
function answersIn({ places, columns }, values) {
  const answers = places.flatMap(([row, column], place) => [
    [row.id, row.states[Math.floor(values[place] / columns)]],
    [column.id, column.states[values[place] % columns]],
  ]);
  return /** @type {Record<string, string | undefined>} */ (Object.fromEntries(answers));
}

/** @param {CodeTables} tables @param {number[]} values */
function checkOf({ products: [byHigh, byLow] }, values) {
  let [high, low] = [0, 0];
  for (const value of values) {
    const over = value ^ high;
    [high, low] = [low ^ byHigh[over], byLow[over]];
  }
  return [high, low];
}
