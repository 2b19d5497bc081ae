// Days on which to take the check again, counted from today.
import { showDaysAhead } from "../days_ahead.js";

/** @param {HTMLElement} lookAgain */
export function wakeLookAgain(lookAgain) {
  const show = () => showDaysAhead(lookAgain);
  show();
  // The page may have been open since yesterday.
  lookAgain.closest(".coproduction-workbook")?.addEventListener("click", show, { capture: true });
}
