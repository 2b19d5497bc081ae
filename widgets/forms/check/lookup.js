// Looking up in the tables that Python compiled which texts of the check fit its answers.

/** @typedef {import("../form/outcomes.js").Response} Response */
/** @typedef {import("../form/outcomes.js").Responses} Responses */

/**
 * A row is one character, and stands for an outcome; what the table rests on counts the rows.
 * @typedef {{ name: string, of: string[], rows: string, outcomes: string[][] }} Table
 */

/**
 * What `Tables` of tables.py compiles.
 * @typedef {object} Lookup
 * @property {Record<string, string[]>} one_of the answers to each question of which one is chosen
 * @property {Record<string, string[]>} any_of the answers to each question of which any are ticked
 * @property {Table[]} tables each may rest on those before it
 */

const FIRST = "@".codePointAt(0) ?? 0;

/** @param {Lookup} lookup @param {Responses} responses @returns {Map<string, string[]>} by table */
export function lookUp({ one_of, any_of, tables }, responses) {
  /** @type {Map<string, number>} */
  const sizes = new Map();
  /** @type {Map<string, number>} */
  const positions = new Map();
  for (const [question, answers] of Object.entries(one_of)) {
    const position = answers.findIndex((answer) => has(responses[question], answer));
    sizes.set(question, answers.length + 1);
    positions.set(question, position < 0 ? answers.length : position);
  }
  for (const [question, ticks] of Object.entries(any_of)) {
    sizes.set(question, 2 ** ticks.length);
    positions.set(question, ticks.reduce((sum, tick, bit) => sum + (has(responses[question], tick) ? 2 ** bit : 0), 0));
  }
  return new Map(
    tables.map(({ name, of, rows, outcomes }) => {
      const row = of.reduce((count, each) => count * (sizes.get(each) ?? 0) + (positions.get(each) ?? 0), 0);
      const position = (rows.codePointAt(row) ?? FIRST) - FIRST;
      sizes.set(name, outcomes.length);
      positions.set(name, position);
      return [name, outcomes[position]];
    }),
  );
}

/** @param {Response | undefined} response @param {string} answer */
function has(response, answer) {
  return Array.isArray(response) && response.includes(answer);
}
