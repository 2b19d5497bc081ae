// Copying a code, or an address that holds codes.
import { isCopied, offer } from "../copying.js";
import { written } from "../finding.js";
import { addressWith, inGroups } from "./code.js";
import { codesToBeSeen, regionOf, say } from "./saying.js";

/** @typedef {import("./compare.js").Compare} Compare */

/** @param {Compare} compare @param {HTMLElement} button */
export async function copy(compare, button) {
  const what = written(button, "copy");
  const status = what === "all" ? "all-copied" : "copied";
  const text = textOf(compare, what);
  say(compare, status, (await isCopied(text)) ? "copied" : "not_copied");
  offer(regionOf(compare, status), text);
}

/** @param {Compare} compare @param {string} what */
function textOf(compare, what) {
  const own = compare.made ?? "";
  if (what === "code") return inGroups(compare.tables.code, own);
  return addressWith(what === "link" ? [own] : [...codesToBeSeen(compare).values()]);
}
