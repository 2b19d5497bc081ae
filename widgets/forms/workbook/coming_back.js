// Coming back: the check opens at its result, with its day and a button to answer again.
import { dayInWords } from "../../memory/days.js";
import { all, hit, one } from "../finding.js";

/**
 * The questions that were answered stand away until one wants them.
 * @param {HTMLElement} check @param {boolean} isChecked
 * @returns {(day: string | undefined) => void} shows the day of the result, where there is one
 */
export function wakeComingBack(check, isChecked) {
  const [back, asking] = [one(check, "[data-come-back]"), one(check, "[data-asking]")];

  /** @param {boolean} isAway */
  function put(isAway) {
    asking.hidden = isAway;
    one(back, ".buttons").hidden = !isAway;
  }

  // Whoever follows a link to the questions has come to answer.
  put(isChecked && location.hash !== `#${asking.id}`);
  one(back, "button").addEventListener("click", () => {
    put(false);
    (all(asking, ":checked")[0] ?? one(asking, "input")).focus();
  });
  // A link in the result may lead to one of the questions: it has to be there by then.
  check.addEventListener("click", (event) => hit(event, "a")?.closest("[data-for]") && put(false), { capture: true });

  return (day) => {
    const line = one(back, "[data-checked-on]");
    line.hidden = !day;
    if (day) one(line, "time").textContent = dayInWords(new Date(day), back.dataset.dates);
    else put(false);
  };
}
