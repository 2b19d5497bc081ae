// Days on which to take the check again, counted from the day of the latest one.
import { checksIn } from "../../memory/history.js";
import { showDaysAhead } from "../days_ahead.js";
import { written } from "../finding.js";

/** @param {HTMLElement} lookAgain */
export function wakeLookAgain(lookAgain) {
  const [course, form] = [written(lookAgain, "course"), written(lookAgain, "keptAs")];
  const show = () => showDaysAhead(lookAgain, checksIn(course, form).at(-1)?.day);
  show();
  // The page may have been open since yesterday.
  lookAgain.closest(".coproduction-workbook")?.addEventListener("click", show, { capture: true });
}
