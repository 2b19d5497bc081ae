// Where answers are kept: on the learner's own device, else in this tab, else only on this page.
import { FORGET, OWN_DEVICE, PREFIX, isSeat, keyOf } from "./keys.js";
import { keeping } from "./keeping.js";
import { shared } from "./shared.js";

/**
 * What is kept of an answer. Storage may hold anything: whoever reads it looks what it is.
 * @typedef {object} Kept
 * @property {unknown} [response] what was written, or the ids of what was chosen
 * @property {unknown} [fingerprint] of the words that were answered
 * @property {boolean} [checked] whether it was checked as it stands
 * @property {boolean} [done] whether it was ever checked
 * @property {number} [at]
 */

export const { onThisPage } = shared;
export const onDevice = usableStorage("localStorage");
export const inTab = usableStorage("sessionStorage");

/** @param {"localStorage" | "sessionStorage"} name */
function usableStorage(name) {
  if (keeping.onPageOnly) return null;
  try {
    const storage = globalThis[name];
    // Blocked storage fails here. Full storage can be read, and only fails when written to.
    storage.getItem(PREFIX);
    return storage;
  } catch {
    return null;
  }
}

// A tab that was told "no" keeps to it, whatever another tab is told.
export function ownDevice() {
  return inTab?.getItem(OWN_DEVICE) ?? onDevice?.getItem(OWN_DEVICE) ?? null;
}

export function isOwnDevice() {
  return ownDevice() === "yes";
}

/** @param {Storage | null} storage */
export function answerKeys(storage) {
  const isOurs = (/** @type {string} */ key) => key.startsWith(PREFIX) && ![OWN_DEVICE, FORGET].includes(key);
  return Object.keys(storage ?? {}).filter(isOurs);
}

/**
 * Everything of one course that this tab or this device holds, readable or not, by form/question.
 * @param {string} course
 */
export function placesOf(course) {
  const prefix = keyOf(course, "");
  const keys = new Set([...onThisPage.keys(), ...answerKeys(inTab), ...answerKeys(onDevice)]);
  return [...keys].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
}

/**
 * What was answered in one course, by form/question.
 * @param {string} course
 */
export function answersTo(course) {
  return placesOf(course).flatMap((place) => {
    const record = recall(keyOf(course, place));
    return record ? [/** @type {[string, Kept]} */ ([place, record])] : [];
  });
}

/** @param {string} key @returns {Kept | null} */
export function recall(key) {
  const device = isOwnDevice() ? onDevice : null;
  const record = parsed(onThisPage.get(key) ?? inTab?.getItem(key) ?? device?.getItem(key));
  return typeof record === "object" ? record : null;
}

/** @param {string | null | undefined} text @returns {any} null where it is no JSON */
export function parsed(text) {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return null;
  }
}

/**
 * Answers whether the record is kept where it should be; if not, it is kept for as long as can be.
 * @param {string} key @param {Kept | null} record
 */
export function remember(key, record) {
  const text = JSON.stringify(record);
  const keeper = isOwnDevice() ? onDevice : inTab;
  const belongsHere = isSeat(key) && !isOwnDevice();
  for (const storage of belongsHere ? [] : [keeper, inTab]) {
    if (isWritten(storage, key, text)) return storage === keeper;
  }
  onThisPage.set(key, text);
  return belongsHere;
}

/** @param {Storage | null} storage @param {string} key @param {string} text */
function isWritten(storage, key, text) {
  if (!storage) return false;
  try {
    storage.setItem(key, text);
  } catch {
    return false;
  }
  onThisPage.delete(key);
  if (storage !== inTab) inTab?.removeItem(key);
  return true;
}
