// What is taken away of the check and the plan: what the page shows, and the days in it.
import { linesOf } from "../../files/lines.js";
import { dayShown } from "../days_ahead.js";
import { all, maybe, one, written } from "../finding.js";

/** @typedef {import("../../files/calendar_file.js").CalendarEvent} CalendarEvent */

const SAVED_STEP = "[data-step]";

/**
 * Without a saved commitment the plan's heading would stand over nothing.
 * @param {HTMLElement} workbook
 */
export function takenFrom(workbook) {
  const hasPlan = Boolean(maybe(workbook, SAVED_STEP));
  return all(workbook, "[data-taken]").filter((taken) => hasPlan || !taken.matches("h3"));
}

/** @param {HTMLElement} workbook */
export function hasUnsaved(workbook) {
  return all(workbook, ".commitment[data-written]").some((commitment) => !maybe(commitment, SAVED_STEP));
}

/** @param {HTMLElement} workbook */
export function datedCommitments(workbook) {
  const saved = all(workbook, ".commitment").filter((commitment) => maybe(commitment, SAVED_STEP));
  return saved.filter(dayOf);
}

/**
 * Every commitment that is saved and has a day, and the days to look again; each says whose view it is.
 * @param {HTMLElement} workbook @returns {CalendarEvent[]}
 */
export function eventsOf(workbook) {
  const lookAgain = one(workbook, "[data-look-again]");
  const [summary, view] = [written(lookAgain, "heading"), written(lookAgain, "view")];
  const again = all(lookAgain, "[data-days]").map((item) => {
    const address = new URL(written(item, "href"), location.href).href;
    return { day: dayShown(item), summary, description: [view, address].join("\n") };
  });
  return [...datedCommitments(workbook).map((commitment) => commitmentDay(commitment, view)), ...again];
}

/** @param {HTMLElement} commitment @param {string} view */
function commitmentDay(commitment, view) {
  const lines = linesOf([one(commitment, "[data-feedback]")]);
  const texts = lines.map(({ label, text }) => [label, text].filter(Boolean).join(": "));
  return {
    day: dayOf(commitment),
    summary: one(commitment, SAVED_STEP).textContent?.trim() ?? "",
    description: [view, ...texts].join("\n"),
  };
}

/** @param {HTMLElement} commitment */
function dayOf(commitment) {
  return one(commitment, "[type=date]", HTMLInputElement).value;
}
