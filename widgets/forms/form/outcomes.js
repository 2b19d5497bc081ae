// Looking up what Python compiled: a question's outcome by its response, the passages that fit.

/** @typedef {string | string[]} Response what is written, or the ids of what is chosen */
/** @typedef {Record<string, Response>} Responses by question */
/** @typedef {Record<string, string[]>} Condition the answers that meet it, by question */
/** @typedef {{ id: string, when: Condition[] }} Passage */
/** @typedef {Record<string, [result: string, feedback: string[]]>} Table by response */

/**
 * What Python compiled of a form (`DrawnGroup.compiled` of drawn.py).
 * @typedef {object} Compiled
 * @property {Record<string, Table>} outcomes by question
 * @property {import("../check/lookup.js").Lookup | null} lookup the tables of the check
 * @property {Passage[][]} passages in groups, of which each shows one at most
 * @property {Record<string, string | null> | null} then which decision of a story follows an option
 * @property {Record<string, Condition[]>} asked_when by question
 * @property {string[]} optional questions
 */

/** @param {Table} table @param {Response} response */
export function outcomeOf(table, response) {
  const text = typeof response === "string" && response.trim() ? "written" : "";
  const [result, feedback] = table[Array.isArray(response) ? response.join(" ") : text];
  return { result, feedback };
}

/** @param {Condition[]} conditions @param {Responses} responses */
export function meetsAny(conditions, responses) {
  const meets = (/** @type {Condition} */ condition) =>
    Object.entries(condition).every(([id, answers]) => answers.some((answer) => responses[id]?.includes(answer)));
  return conditions.some(meets);
}

/**
 * Of each group of passages, the first whose conditions are met; a group may have nothing to say.
 * @param {Passage[][]} groups @param {Responses} responses
 */
export function fittingPassages(groups, responses) {
  const fitting = groups.map((group) => group.find(({ when }) => meetsAny(when, responses))?.id ?? "");
  return fitting.filter(Boolean);
}
