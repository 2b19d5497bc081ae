// Where answers are kept: on the learner's own device, else in this tab, else only on this page.
import { FORGET, OWN_DEVICE, PREFIX, isSeat, keyOf } from "./keys.js";
import { keeping } from "./keeping.js";
import { shared } from "./shared.js";
import { soundRecord } from "./sound.js";

/** @typedef {import("./sound.js").Kept} Kept */

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
  const said = [inTab, onDevice].map((storage) => storage?.getItem(OWN_DEVICE));
  return said.find((answer) => answer === "yes" || answer === "no");
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

/**
 * What is damaged in one place hides nothing that is sound in the next.
 * @param {string} key @returns {Kept | null}
 */
export function recall(key) {
  const device = isOwnDevice() ? onDevice : null;
  const kept = [onThisPage.get(key), inTab?.getItem(key), device?.getItem(key)];
  return kept.map(recordIn).find(Boolean) ?? null;
}

/** @param {string | null | undefined} text */
export function recordIn(text) {
  return soundRecord(parsed(text));
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
 * @param {string} key @param {Kept} record
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
