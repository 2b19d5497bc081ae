// The progress file: all answers to one course, to keep and to bring back.
import { announce } from "./changes.js";
import { isSeat, keyOf } from "./keys.js";
import { answersTo, isOwnDevice, parsed, remember } from "./storage.js";

const PROGRESS = { kind: "coproduction-progress", version: 1 };
// More than browsers keep for one address.
const LARGEST_FILE = 12_000_000;

/** @typedef {import("./storage.js").Kept} Kept */

/** @param {string} course @returns {string | null} null where there is nothing to keep */
export function progressFile(course) {
  const mayLeave = (/** @type {[string, Kept]} */ [place]) => !isSeat(`/${place}`) || isOwnDevice();
  const answers = Object.fromEntries(answersTo(course).filter(isAnswer).filter(mayLeave));
  return Object.keys(answers).length ? JSON.stringify({ ...PROGRESS, course, answers }) : null;
}

/**
 * Answers which of the sentences fits; nothing here changes unless the whole file is sound.
 * @param {File} file @param {string} course
 */
export async function bringBack(file, course) {
  if (file.size > LARGEST_FILE) return "too_large";
  const progress = parsed(await file.text().catch(() => ""));
  const isVersion = Number.isInteger(progress?.version) && progress.version > 0;
  if (progress?.kind !== PROGRESS.kind || !isVersion) return "not_progress";
  if (progress.version > PROGRESS.version) return "newer_progress";
  if (progress.course !== course) return "other_course";
  const answers = Object.entries(Object(progress.answers));
  if (!answers.length || !answers.every(isAnswer)) return "not_progress";
  const kept = answers.map(([place, record]) => remember(keyOf(course, place), record));
  announce(null, null);
  return kept.every(Boolean) && isOwnDevice() ? "brought_back" : "brought_back_for_now";
}

/** @param {[string, any]} answer */
function isAnswer([place, record]) {
  const isText = (/** @type {unknown} */ value) => typeof value === "string";
  const response = record?.response;
  const answered = isText(response) || (Array.isArray(response) && response.every(isText));
  return /^[a-z0-9-]+\/[a-z0-9-]+$/.test(place) && answered && isText(record.fingerprint);
}
