// What each group held up, tapped in by a host: side by side in words, with what to ask next.
import { all, copyOf, maybe, one, written } from "../finding.js";

/** @typedef {import("./session.js").Tables} Tables */

/** @param {HTMLElement} session @param {Tables} tables */
export function wakeTapping(session, tables) {
  const tell = (/** @type {HTMLElement} */ tapping) => {
    const status = one(tapping, "[data-ask-next]");
    const ask = toAsk(tapping, tables);
    if (status.dataset.said === ask) return;
    status.dataset.said = ask;
    status.replaceChildren(...(ask ? [copyOf(tapping, `[data-ask=${ask}]`)] : []));
  };
  for (const tapping of all(session, "[data-tapping]")) {
    tell(tapping);
    tapping.addEventListener("change", () => tell(tapping));
    one(tapping, "[data-clear]").addEventListener("click", () => {
      for (const card of all(tapping, ":checked", HTMLInputElement)) card.checked = false;
      tapping.dispatchEvent(new CustomEvent("cleared", { bubbles: true }));
      tell(tapping);
      one(tapping, "[data-ask-next]").focus();
    });
    leaveAfterPointer(tapping);
  }
  session.addEventListener("input", () => all(session, "[data-tapping]").forEach(tell));
}

/**
 * An arrow key, as a clicker may send it, goes on after a tap, and changes no card.
 * @param {HTMLElement} tapping
 */
function leaveAfterPointer(tapping) {
  let isPointed = false;
  tapping.addEventListener("pointerdown", () => (isPointed = true));
  tapping.addEventListener("keydown", () => (isPointed = false));
  tapping.addEventListener("change", ({ target }) => {
    if (isPointed && target instanceof HTMLElement) requestAnimationFrame(() => target.blur());
  });
}

/**
 * The card of each group that sits in the room; one that is empty has not held one up yet.
 * @param {HTMLElement} tapping @returns {[group: string, card: string][]}
 */
export function heldUp(tapping) {
  const groups = all(tapping, "[data-group]").filter((group) => !group.hidden);
  return groups.map((group) => [written(group, "group"), maybe(group, ":checked", HTMLInputElement)?.value ?? ""]);
}

/** @param {HTMLElement} tapping @param {Tables} tables */
function toAsk(tapping, { next }) {
  const subject = written(tapping, "tapping");
  const held = heldUp(tapping).map(([, card]) => card);
  if (!held.length) return "";
  if (held.includes("")) return "waiting";
  // The table has each set in the order of ids.
  return next[subject][[...new Set(held)].sort().join(" ")];
}
