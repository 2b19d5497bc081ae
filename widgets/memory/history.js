// Each completed check, kept by its day: what was answered then, and the result it came to.
import { dayAfter, dayInFigures, isDay } from "./days.js";
import { keyOf } from "./keys.js";
import { placesOf, recall, remember } from "./storage.js";

const HISTORY = "-history/";

/** @typedef {import("./storage.js").Kept} Kept */
/**
 * @typedef {{ day: string, wording: string | undefined, answers: Map<string, string | undefined> }} Check
 *   answers by question
 */

/** @param {string} course @param {string} form */
export function historyOf(course, form) {
  const places = placesOf(course).filter((place) => place.startsWith(form + HISTORY));
  return places.sort().map((place) => keyOf(course, place));
}

/**
 * The form of a completed check that is kept at a place.
 * @param {string} place
 */
export function formOfCheck(place) {
  const [form, day] = place.split(HISTORY);
  return day !== undefined && isDay(day) ? form : null;
}

/**
 * A day has one check: whoever takes it again on the same day mends that day's answers.
 * @param {string} course @param {string} form @param {string} wording of what was asked
 * @param {Record<string, string>} answers
 */
export function keepInHistory(course, form, wording, answers) {
  const today = dayInFigures(dayAfter(0));
  const response = Object.entries(answers).map((pair) => pair.join("="));
  remember(keyOf(course, form + HISTORY + today), { fingerprint: wording, response, at: Date.now() });
}

/**
 * A clock that was once wrong, or a damaged file, may have left days that can't have been.
 * @param {string} course @param {string} form @returns {Check[]}
 */
export function checksIn(course, form) {
  const today = dayInFigures(dayAfter(0));
  const checks = historyOf(course, form).map((key) => {
    const record = recall(key);
    const day = key.slice(key.lastIndexOf("/") + 1);
    return { day, wording: record?.fingerprint, answers: answersOf(record?.response) };
  });
  return checks.filter(({ day, answers }) => isDay(day) && day <= today && answers.size);
}

/** @param {Kept["response"] | undefined} response @returns {Map<string, string>} */
function answersOf(response) {
  const pairs = Array.isArray(response) ? response.map((pair) => pair.split("=")) : [];
  return new Map(pairs.filter((pair) => pair.length === 2).map(([id, answer]) => [id, answer]));
}
