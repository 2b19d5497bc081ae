// Putting views side by side, and taking them out.
import { all, copyOf, one, written } from "../finding.js";
import { codesIn, readCode } from "./code.js";
import { namesOf, say, show, showAnswer } from "./saying.js";

/** @typedef {import("./compare.js").Compare} Compare */

/** @param {Compare} compare @param {string} text */
export function add(compare, text) {
  const { tables, field } = compare;
  const codes = codesIn(tables.code, text);
  const fates = codes.map((code) => ({ code, ...taken(compare, readCode(tables.code, code)) }));
  const added = fates.flatMap(({ place }) => place ?? []);
  const notes = new Set(fates.flatMap((fate) => fate.notes ?? []));
  const left = fates.filter(({ fault }) => fault);
  field.value = left.map(({ code }) => code).join(", ");
  complain(compare, codes.length ? left[0]?.fault : "empty");
  show(compare);
  if (added.length) say(compare, "added", "added", namesOf(compare, added), [...notes]);
  if (added.length && !left.length) showAnswer(compare);
}

/**
 * @param {Compare} compare @param {ReturnType<typeof readCode>} read
 * @returns {{ fault?: string, place?: string, notes?: string[] }}
 */
function taken(compare, read) {
  if ("fault" in read) return read;
  const isTwice = [...compare.views.values()].includes(read.code);
  const place = take(compare, read.code);
  return place ? { place, notes: isTwice ? [...read.notes, "twice"] : read.notes } : { fault: "full" };
}

/** @param {Compare} compare @param {string} code */
function take({ block, views }, code) {
  const free = all(block, "[data-view]").find((view) => !views.has(written(view, "view")));
  if (!free) return null;
  one(free, "input", HTMLInputElement).value = "";
  views.set(written(free, "view"), code);
  return written(free, "view");
}

/** @param {Compare} compare @param {string} [fault] */
function complain({ block, field }, fault) {
  const error = one(block, "[data-fault]");
  error.replaceChildren(...(fault ? [copyOf(block, `[data-text="fault/${fault}"]`)] : []));
  field.ariaInvalid = String(Boolean(fault));
}

/** @param {Compare} compare */
export function include(compare) {
  const code = compare.ownCode();
  if (compare.own) return takeOut(compare, compare.own);
  if (!code) return say(compare, "added", "not_answered");
  compare.own = take(compare, code);
  complain(compare, compare.own ? undefined : "full");
  show(compare);
  if (!compare.own) return;
  say(compare, "added", "added", namesOf(compare, [compare.own]));
  showAnswer(compare);
}

/** @param {Compare} compare @param {string} place */
export function takeOut(compare, place) {
  const name = namesOf(compare, [place]);
  compare.views.delete(place);
  if (compare.own === place) compare.own = null;
  show(compare);
  say(compare, "added", "taken_out", name);
  if (!document.activeElement?.checkVisibility()) compare.field.focus();
}
