// Which groups hold up a card: looked up by how many sit in each, never one that is too small.
import { all, copyOf, maybe, one, written } from "../finding.js";

/** @typedef {import("./session.js").Tables} Tables */
/** @typedef {import("./session.js").Arrangement} Arrangement */

// As widgets/course/session_groups.py has it: nobody has said yet who is there.
const UNKNOWN = "unknown";

/** @param {HTMLElement} session @param {Tables} tables */
export function wakeGroups(session, tables) {
  const counts = maybe(session, "[data-groups]");
  if (!counts) return;
  const arrange = () => {
    const arrangement = arrangementOf(counts, tables);
    sayOnce(session, arrangement.id);
    for (const tapping of all(session, "[data-tapping]")) seat(tapping, arrangement);
    for (const said of all(session, "[data-with-cards]")) said.hidden = isTalkOnly(arrangement);
    for (const said of all(session, "[data-without-cards]")) said.hidden = !isTalkOnly(arrangement);
  };
  arrange();
  counts.addEventListener("input", arrange);
  // Cards that are taken back leave their groups to those who sit there now.
  session.addEventListener("cleared", arrange);
}

/**
 * Each digit that is typed asks anew: what comes to the same is not said again.
 * @param {HTMLElement} session @param {string} arrangement
 */
function sayOnce(session, arrangement) {
  const status = one(session, "[data-arranged]");
  if (status.dataset.arranged === arrangement) return;
  status.dataset.arranged = arrangement;
  status.replaceChildren(copyOf(session, `[data-arrangement=${arrangement}]`));
}

/** @param {HTMLElement} counts @param {Tables} tables @returns {Arrangement} */
function arrangementOf(counts, { arrangements }) {
  const sitting = Object.fromEntries(
    all(counts, "[data-seat]", HTMLInputElement).map((input) => [written(input, "seat"), numberIn(input)]),
  );
  const fits = (/** @type {Arrangement} */ { needs }) =>
    needs.every(({ seats, least, most }) => {
      const people = seats.reduce((sum, name) => sum + sitting[name], 0);
      return people >= least && (most === null || people <= most);
    });
  // The last needs nothing.
  return arrangements.find(fits) ?? arrangements[arrangements.length - 1];
}

/** @param {HTMLInputElement} input */
function numberIn({ valueAsNumber }) {
  return Number.isInteger(valueAsNumber) && valueAsNumber > 0 ? valueAsNumber : 0;
}

/**
 * What has been held up stays as it was when somebody comes or goes: the difference would tell.
 * @param {HTMLElement} tapping @param {Arrangement} arrangement
 */
function seat(tapping, arrangement) {
  if (maybe(tapping, ":checked")) return;
  const { groups } = arrangement;
  for (const group of all(tapping, "[data-group]")) group.hidden = !groups.includes(written(group, "group"));
  one(tapping, "[data-to-groups]").hidden = arrangement.id !== UNKNOWN;
  one(tapping, "[data-too-few]").hidden = !isTalkOnly(arrangement);
}

/** @param {Arrangement} arrangement */
function isTalkOnly({ id, groups }) {
  return id !== UNKNOWN && !groups.length;
}
