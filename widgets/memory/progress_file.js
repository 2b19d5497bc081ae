// The progress file: all answers to one course, to keep and to bring back.
import { announce } from "./changes.js";
import { formOfCheck } from "./history.js";
import { isSeat, keyOf } from "./keys.js";
import { soundRecord } from "./sound.js";
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
 * Answers which of the sentences fit. Nothing here changes unless the whole file is sound, and what
 * answers nothing that the course asks is left in it.
 * @param {File} file @param {string} course @param {Set<string>} asked as form/question
 */
export async function bringBack(file, course, asked) {
  if (file.size > LARGEST_FILE) return ["too_large"];
  const progress = parsed(await file.text().catch(() => ""));
  const fault = faultIn(progress, course);
  if (fault) return [fault];
  const answers = Object.entries(progress.answers);
  const ours = answers.filter(([place]) => isAsked(place, asked));
  if (!ours.length) return ["nothing_asked"];
  const kept = ours.map(([place, record]) => remember(keyOf(course, place), /** @type {Kept} */ (soundRecord(record))));
  announce(null, null);
  const back = kept.every(Boolean) && isOwnDevice() ? "brought_back" : "brought_back_for_now";
  return ours.length < answers.length ? [back, "some_not_asked"] : [back];
}

/** @param {any} progress @param {string} course */
function faultIn(progress, course) {
  const isVersion = Number.isInteger(progress?.version) && progress.version > 0;
  if (progress?.kind !== PROGRESS.kind || !isVersion) return "not_progress";
  if (progress.version > PROGRESS.version) return "newer_progress";
  if (progress.course !== course) return "other_course";
  const answers = Object.entries(Object(progress.answers));
  return answers.length && answers.every(isAnswer) ? null : "not_progress";
}

/**
 * A completed check has a place for each day, and is asked where one of its questions is.
 * @param {string} place @param {Set<string>} asked
 */
function isAsked(place, asked) {
  const check = formOfCheck(place);
  return asked.has(place) || (check && [...asked].some((each) => each.startsWith(`${check}/`)));
}

/** @param {[string, any]} answer */
function isAnswer([place, record]) {
  return /^[a-z0-9-]+\/[a-z0-9-]+$/.test(place) && soundRecord(record)?.fingerprint !== undefined;
}
