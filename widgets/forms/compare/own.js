// One's own answers: made into a code when asked, and kept true where they stand beside others.
import { one } from "../finding.js";
import { takeOut } from "./adding.js";
import { inGroups } from "./code.js";
import { say, show } from "./saying.js";

/** @typedef {import("./compare.js").Compare} Compare */

/** @param {Compare} compare */
export function make(compare) {
  compare.made = compare.ownCode();
  const { block, tables, made } = compare;
  one(block, "[data-made]").hidden = !made;
  show(compare);
  say(compare, "made", made ? "made" : "not_answered", made ? inGroups(tables.code, made) : "");
}

/** @param {Compare} compare */
export function refresh(compare) {
  const code = compare.ownCode();
  if (compare.made && compare.made !== code) {
    compare.made = null;
    one(compare.block, "[data-made]").hidden = true;
    say(compare, "made", "code_changed");
  }
  if (compare.own && code) compare.views.set(compare.own, code);
  else if (compare.own) takeOut(compare, compare.own);
  show(compare);
}
