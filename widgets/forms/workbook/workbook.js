// The check with what follows from it: kept by its day, what moved, the plan, what to take away.
import { announce, whenChanged } from "../../memory/changes.js";
import { forgetThese } from "../../memory/forgetting.js";
import { keepInHistory } from "../../memory/history.js";
import { keyOf } from "../../memory/keys.js";
import { all, one, written } from "../finding.js";
import { wakeComingBack } from "./coming_back.js";
import { takeHandedOn } from "./handed_on.js";
import { latestCheck, wakeMoved } from "./moved.js";

const CHOSEN = "[data-question]:not([hidden], [data-private]) input[type=radio]:checked";

/** @param {HTMLElement} workbook @param {AbortSignal} [signal] */
export function wakeWorkbook(workbook, signal) {
  const check = one(workbook, "[data-form]");
  const moved = one(workbook, "[data-moved]");
  const showMoved = wakeMoved(moved, () => answersIn(check));
  const showDay = wakeComingBack(check, Boolean(answersIn(check)));

  function show() {
    const answers = answersIn(check);
    for (const following of all(workbook, "[data-after]")) {
      following.hidden = !answers && !following.querySelector("[data-asked-for]");
    }
    one(workbook, "[data-without-result]").hidden = Boolean(answers);
    showMoved();
    showDay(answers ? latestCheck(moved, answers)?.day : undefined);
  }

  function keep() {
    const answers = answersIn(check);
    if (answers) keepInHistory(written(check, "course"), written(check, "form"), written(workbook, "wording"), answers);
    show();
    // The plan offers the step of the latest check that is kept.
    announce(keyOf(check.dataset.course, written(check, "form")), check);
  }
  check.addEventListener("submission", keep);
  // What one looks at more closely changes the result, and so what is kept under its day.
  check.addEventListener("change", keep);
  one(workbook, "[data-afresh]").addEventListener("click", () => askAfresh(check));
  whenChanged(show, signal);
  show();
  takeHandedOn(workbook, check);
}

/**
 * What was answered, and the result it came to; null unless it is checked.
 * @param {HTMLElement} check @returns {Record<string, string> | null}
 */
function answersIn(check) {
  if (!one(check, "[data-feedback]").childElementCount) return null;
  const chosen = all(check, CHOSEN, HTMLInputElement).map((input) => [input.name, input.value]);
  const result = written(one(check, "[data-verdict]"), "headed");
  const step = written(one(check, "[data-first-step]"), "firstStep");
  return { ...Object.fromEntries(chosen), result, step };
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
