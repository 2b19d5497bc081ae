// What storage, or a file, holds of an answer: it may be anything, and only what is sound is taken.

/**
 * @typedef {object} Kept
 * @property {string | string[]} response what was written, or the ids of what was chosen
 * @property {string} [fingerprint] of the words that were answered
 * @property {boolean} [checked] whether it was checked as it stands
 * @property {boolean} [done] whether it was ever checked
 * @property {number} [at]
 */

const KINDS = { fingerprint: "string", checked: "boolean", done: "boolean", at: "number" };

/** @param {unknown} value @returns {value is string} */
export function isText(value) {
  return typeof value === "string";
}

/**
 * One part that is damaged takes none of the others with it, but for the answer itself.
 * @param {any} value @returns {Kept | null} null where nothing was answered
 */
export function soundRecord(value) {
  const response = value?.response;
  if (!isText(response) && !(Array.isArray(response) && response.every(isText))) return null;
  const sound = Object.entries(KINDS).filter(([name, kind]) => typeof value[name] === kind);
  return { response, ...Object.fromEntries(sound.map(([name]) => [name, value[name]])) };
}
