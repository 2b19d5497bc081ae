// What goes wrong beside a page that stays as it is, said once.
import { copyOf, one } from "../forms/finding.js";

/** @typedef {"offline" | "gone" | "moved-on" | "not-done"} Trouble */

/** @param {Trouble} what */
export function tellOf(what) {
  const place = one(document, "[data-trouble]");
  if (place.dataset.trouble === what) return;
  place.dataset.trouble = what;
  place.replaceChildren(copyOf(document, `[data-${what}-words]`));
}

/** @param {Trouble} what that it is over */
export function isOver(what) {
  const place = one(document, "[data-trouble]");
  if (place.dataset.trouble !== what) return;
  place.dataset.trouble = "";
  place.replaceChildren();
}
