// What is said while views come and go, and showing those that are there.
import { comeIntoView } from "../coming_into_view.js";
import { all, copyOf, inOne, one, written } from "../finding.js";
import { inGroups, readCode } from "./code.js";
import { showCompared } from "./showing.js";

/** @typedef {import("./compare.js").Compare} Compare */

/** @param {Compare} compare */
export function show(compare) {
  const { block, tables, views, own } = compare;
  const seen = codesToBeSeen(compare);
  for (const view of all(block, "[data-view]")) {
    view.hidden = !views.has(placeOf(view));
    one(view, "[data-name]").textContent = nameOf(compare, placeOf(view));
    one(view, "[data-code]").textContent = inGroups(tables.code, seen.get(placeOf(view)) ?? "");
  }
  one(block, "[data-copy=all]").hidden = !seen.size;
  one(block, "[data-include]").ariaPressed = String(Boolean(own));
  const shown = [...views].sort().map(([place, code]) => {
    return { place, name: nameOf(compare, place), answers: answersOf(compare, code) };
  });
  showCompared(one(block, "[data-together]"), tables.comparing, shown);
}

/**
 * One's own code is there to be seen only once one has asked for it.
 * @param {Compare} compare
 * @returns {Map<string, string>} codes by their place
 */
export function codesToBeSeen({ views, own, made }) {
  return new Map([...views].filter(([place, code]) => place !== own || code === made));
}

/** @param {HTMLElement} within @returns {string} the place of the view that something belongs to */
export function placeOf(within) {
  return written(/** @type {HTMLElement} */ (within.closest("[data-view]")), "view");
}

/** @param {Compare} compare @param {string[]} places */
export function namesOf(compare, places) {
  return places.map((place) => nameOf(compare, place)).join(", ");
}

/**
 * Says something once, in the place for it, and what else there is to say.
 * @param {Compare} compare @param {string} status @param {string} text
 * @param {string} [names] @param {string[]} [notes]
 */
export function say(compare, status, text, names = "", notes = []) {
  const said = inOne(...[text, ...notes].map((id) => copyOf(compare.block, `[data-text="${id}"]`)));
  for (const place of all(said, "[data-names]")) place.textContent = names;
  regionOf(compare, status).replaceChildren(said);
}

/** @param {Compare} compare @param {string} status */
export function regionOf({ block }, status) {
  return one(block, `[data-status=${status}]`);
}

/** @param {Compare} compare */
export function showAnswer({ block }) {
  const answer = all(block, "[data-talk-first], [data-single]").find(({ hidden }) => !hidden);
  if (answer) comeIntoView(answer);
}

/** @param {Compare} compare @param {string} place */
function nameOf({ block, own }, place) {
  const view = one(block, `[data-view="${place}"]`);
  const word = one(view, "input", HTMLInputElement).value.trim();
  const name = written(view, place === own ? "own" : "called");
  return word ? `${name} (${word})` : name;
}

/** @param {Compare} compare @param {string} code */
function answersOf({ tables }, code) {
  const read = readCode(tables.code, code);
  return "answers" in read ? read.answers : {};
}
