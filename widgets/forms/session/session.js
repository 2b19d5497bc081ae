// A session's screens: one for each step, what groups hold up, and what everyone can take home.
import { all, one } from "../finding.js";
import { wakeClock } from "./clock.js";
import { wakeGroups } from "./groups.js";
import { wakeSteps } from "./steps.js";
import { wakeSummary } from "./summary.js";
import { wakeTapping } from "./tapping.js";

/**
 * Who sits in which groups, and which hold up a card then.
 * @typedef {object} Arrangement
 * @property {string} id
 * @property {string[]} groups
 * @property {{ seats: string[], least: number, most: number | null }[]} needs
 */

/**
 * What `_tables` of session.py writes.
 * @typedef {object} Tables
 * @property {Arrangement[]} arrangements the first that fits is taken
 * @property {Record<string, Record<string, string>>} next what to ask, by subject and cards held up
 * @property {Record<string, string>} groups their names
 * @property {Record<string, Record<string, string>>} cards what each says, by subject
 */

/** @param {HTMLElement} session */
export function wakeSession(session) {
  session.dataset.awake = "true";
  for (const hidden of all(session, 'script[type="text/session"]')) hidden.outerHTML = hidden.textContent ?? "";
  one(session, "[data-asleep]").hidden = true;
  /** @type {Tables} */
  const tables = JSON.parse(one(session, "[data-tables]").textContent ?? "");
  wakeGroups(session, tables);
  wakeTapping(session, tables);
  const isOpenedToRead = wakeSummary(session, tables);
  if (isOpenedToRead) return;
  const moved = wakeClock(session);
  wakeSteps(session, moved);
  heedLeaving(session);
}

/**
 * What was tapped and typed is in this window only: whoever closes it or loads it again is asked.
 * @param {HTMLElement} session
 */
function heedLeaving(session) {
  let isTouched = false;
  session.addEventListener("input", () => (isTouched = true));
  addEventListener("beforeunload", (event) => {
    if (isTouched) event.preventDefault();
  });
}
