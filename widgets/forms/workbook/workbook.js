// The check with what follows from it: kept by its day, what moved, the plan, what to take away.
import { whenChanged } from "../../memory/changes.js";
import { forgetThese } from "../../memory/forgetting.js";
import { keepInHistory } from "../../memory/history.js";
import { keyOf } from "../../memory/keys.js";
import { all, one, written } from "../finding.js";
import { wakeMoved } from "./moved.js";

const CHOSEN = "[data-question]:not([hidden], [data-private]) input[type=radio]:checked";

/** @param {HTMLElement} workbook @param {AbortSignal} [signal] */
export function wakeWorkbook(workbook, signal) {
  const check = one(workbook, "[data-form]");
  const showMoved = wakeMoved(one(workbook, "[data-moved]"), () => answersIn(check));

  function show() {
    const isChecked = Boolean(answersIn(check));
    for (const following of all(workbook, "[data-after]")) following.hidden = !isChecked;
    showMoved();
  }

  check.addEventListener("submit", () => {
    const answers = answersIn(check);
    if (answers) keepInHistory(written(check, "course"), written(check, "form"), answers);
    show();
  });
  one(workbook, "[data-afresh]").addEventListener("click", () => askAfresh(check));
  whenChanged(show, signal);
  show();
}

/**
 * What was answered, and the result it came to; null unless it is checked.
 * @param {HTMLElement} check @returns {Record<string, string> | null}
 */
function answersIn(check) {
  if (!one(check, "[data-feedback]").childElementCount) return null;
  const chosen = all(check, CHOSEN, HTMLInputElement).map((input) => [input.name, input.value]);
  return { ...Object.fromEntries(chosen), result: written(one(check, "[data-result]"), "result") };
}

/**
 * What was answered is kept under its day; the questions are asked afresh.
 * @param {HTMLElement} check
 */
function askAfresh(check) {
  const { course, form } = check.dataset;
  forgetThese(all(check, "[data-question]").map(({ dataset }) => keyOf(course, `${form}/${dataset.question}`)));
  one(check, "input").focus();
}
