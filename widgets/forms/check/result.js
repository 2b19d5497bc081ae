// The result of the check: the texts that fit, each in its place; what changes is said once.
import { all, copyOf, one } from "../finding.js";
import { responsesTo } from "../form/answering.js";
import { lookUp } from "./lookup.js";

/** @typedef {import("../form/answering.js").Form} Form */

// Whoever goes from option to option with the arrow keys passes some that they do not mean.
const SETTLED = 700;
/** @type {WeakMap<HTMLElement, { changed: Set<HTMLElement>, timer?: number }>} */
const unsaid = new WeakMap();

/**
 * Shows the result where there is none yet, else what has changed in it.
 * @param {Form} form
 */
export function showResult(form) {
  const { element, region } = form;
  const isNew = !region.childElementCount;
  if (isNew) region.replaceChildren(copyOf(element, "template[data-result]"));
  const changed = fillSlots(form);
  one(element, "[data-closer]").hidden = false;
  one(element, "[data-withdrawn]").replaceChildren();
  if (changed.length && !isNew) saySoon(element, changed);
}

/** @param {Form} form */
export function hideResult({ element, region }) {
  clearTimeout(unsaid.get(element)?.timer);
  unsaid.delete(element);
  region.replaceChildren();
  one(element, "[data-closer]").hidden = true;
  one(element, "[data-changes]").replaceChildren();
  one(element, "[data-withdrawn]").replaceChildren();
}

/** @param {Form} form */
export function sayWithdrawn({ element }) {
  one(element, "[data-withdrawn]").replaceChildren(copyOf(element, "[data-text=withdrawn]"));
}

/**
 * Answers which slots now hold something else.
 * @param {Form} form
 */
function fillSlots(form) {
  const found = form.compiled.lookup && lookUp(form.compiled.lookup, responsesTo(form));
  return all(form.element, "[data-shows]").filter((slot) => {
    const texts = found?.get(slot.dataset.shows ?? "") ?? [];
    const shown = texts.join(" ");
    if (slot.dataset.shown === shown) return false;
    slot.replaceChildren(...texts.map((id) => copyOf(form.element, `[data-text="${id}"]`)));
    slot.dataset.shown = shown;
    return true;
  });
}

/** @param {HTMLElement} element @param {HTMLElement[]} changed */
function saySoon(element, changed) {
  const waiting = unsaid.get(element) ?? { changed: new Set() };
  for (const slot of changed) waiting.changed.add(slot);
  clearTimeout(waiting.timer);
  waiting.timer = setTimeout(() => {
    unsaid.delete(element);
    say(element, [...waiting.changed]);
  }, SETTLED);
  unsaid.set(element, waiting);
}

/**
 * Each text once, however often it is shown; what is not to be seen is not to be heard.
 * @param {HTMLElement} element @param {HTMLElement[]} changed
 */
function say(element, changed) {
  const seen = changed.filter((slot) => !slot.closest("[aria-hidden], [data-quiet]"));
  const heard = new Map(seen.filter(isHeard).map((slot) => [slot.dataset.shown, slot]));
  // The words alone: what tells what is what stands once on a page.
  one(element, "[data-changes]").textContent = [...heard.values()].map((slot) => slot.innerText).join("\n");
}

/** @param {HTMLElement} slot */
function isHeard(slot) {
  return Boolean(slot.childElementCount) && slot.checkVisibility();
}
