// Copying a code, or an address that holds codes.
import { maybe, written } from "../finding.js";
import { addressWith, inGroups } from "./code.js";
import { codesToBeSeen, regionOf, say } from "./saying.js";

/** @typedef {import("./compare.js").Compare} Compare */

/** @param {Compare} compare @param {HTMLElement} button */
export async function copy(compare, button) {
  const what = written(button, "copy");
  const status = what === "all" ? "all-copied" : "copied";
  const text = textOf(compare, what);
  try {
    await navigator.clipboard.writeText(text);
    say(compare, status, "copied");
  } catch {
    say(compare, status, "not_copied");
    const field = maybe(regionOf(compare, status), "input", HTMLInputElement);
    if (field) field.value = text;
    field?.select();
  }
}

/** @param {Compare} compare @param {string} what */
function textOf(compare, what) {
  const own = compare.made ?? "";
  if (what === "code") return inGroups(compare.tables.code, own);
  return addressWith(what === "link" ? [own] : [...codesToBeSeen(compare).values()]);
}
