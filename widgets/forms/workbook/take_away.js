// Files of what the page shows, made on this device.
import { calendarOf } from "../../files/calendar_file.js";
import { linesOf } from "../../files/lines.js";
import { offer } from "../../files/offer.js";
import { spreadsheetOf } from "../../files/spreadsheet.js";
import { WORD_TYPE, wordOf } from "../../files/word.js";
import { progressFile } from "../../memory/progress_file.js";
import { comeIntoView } from "../coming_into_view.js";
import { copyOf, hit, one, written } from "../finding.js";
import { isInJupyter } from "../jupyter.js";
import { datedCommitments, eventsOf, hasUnsaved, takenFrom } from "./taken.js";

/** @typedef {(workbook: HTMLElement, takeAway: HTMLElement) => BlobPart | null} Maker */

/** @type {Record<string, [Maker, type: string]>} */
const FILES = {
  word: [(workbook) => wordOf(shownIn(workbook), wordParts(workbook)), WORD_TYPE],
  spreadsheet: [(workbook, takeAway) => spreadsheetOf(shownIn(workbook), columnsOf(takeAway)), "text/csv"],
  calendar: [(workbook, takeAway) => calendarOf(patternOf(takeAway), eventsOf(workbook)), "text/calendar"],
  progress: [(_, takeAway) => progressFile(written(takeAway, "course")), "application/json"],
};

/** @param {HTMLElement} takeAway */
export function wakeTakeAway(takeAway) {
  // JupyterLab prints itself, and not what is meant.
  one(takeAway, "[data-make=print]").hidden = isInJupyter();
  takeAway.addEventListener("click", (event) => {
    const kind = hit(event, "[data-make]")?.dataset.make;
    if (kind === "print") print();
    else if (kind) make(takeAway, kind);
  });
}

/** @param {HTMLElement} takeAway @param {string} kind */
function make(takeAway, kind) {
  const workbook = /** @type {HTMLElement} */ (takeAway.closest(".coproduction-workbook"));
  const [maker, type] = FILES[kind];
  const content = maker(workbook, takeAway);
  if (content) offer(one(takeAway, `[data-file=${kind}]`, HTMLAnchorElement), content, type);
  const said = content ? whatWasMade(workbook, kind) : "nothing";
  const status = one(takeAway, "[role=status]");
  status.replaceChildren(copyOf(takeAway, `[data-said-of=${said}]`));
  comeIntoView(status);
}

/** @param {HTMLElement} workbook @param {string} kind */
function whatWasMade(workbook, kind) {
  if (kind !== "progress" && hasUnsaved(workbook)) return "unsaved";
  return kind === "calendar" && !datedCommitments(workbook).length ? "no_days" : "made";
}

/** @param {HTMLElement} workbook */
function shownIn(workbook) {
  return linesOf(takenFrom(workbook));
}

/** @param {HTMLElement} workbook @returns {import("../../files/word.js").WordParts} */
function wordParts(workbook) {
  return JSON.parse(one(workbook, "[data-word]").textContent ?? "");
}

/** @param {HTMLElement} takeAway @returns {string} */
function patternOf(takeAway) {
  return JSON.parse(written(takeAway, "calendar"));
}

/** @param {HTMLElement} takeAway */
function columnsOf(takeAway) {
  const { content } = one(takeAway, "[data-columns]", HTMLTemplateElement);
  return [...content.children].map((column) => column.textContent ?? "");
}
