// Days to come back on: shown as dates, and made into a calendar file on this device.
import { calendarOf } from "../../files/calendar_file.js";
import { offer } from "../../files/offer.js";
import { dayShown, showDaysAhead } from "../days_ahead.js";
import { copyOf, one, written } from "../finding.js";

/** @param {HTMLElement} reminders */
export function wakeReminders(reminders) {
  showDaysAhead(reminders);
  one(reminders, "button").addEventListener("click", () => {
    // The page may have been open since yesterday.
    const events = showDaysAhead(reminders).map(reminderEvent);
    const calendar = JSON.parse(one(reminders, "[type='application/json']").textContent ?? "");
    offer(one(reminders, "a[download]", HTMLAnchorElement), calendarOf(calendar, events), "text/calendar");
    one(reminders, "[role=status]").replaceChildren(copyOf(reminders));
  });
}

/**
 * As Python numbers them, from 1.
 * @param {HTMLElement} item @param {number} index
 */
function reminderEvent(item, index) {
  const address = new URL(written(item, "href"), location.href).href;
  return { day: dayShown(item), [`address-${index + 1}`]: address };
}
