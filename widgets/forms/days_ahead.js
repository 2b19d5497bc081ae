// Days that are so many days from a day, or from now, shown in the items that say how many.
import { dayAfter, dayInFigures, dayInWords } from "../memory/days.js";
import { all, one, written } from "./finding.js";

/**
 * @param {HTMLElement} component @param {string} [since] the day to count from
 * @returns {HTMLElement[]} the items
 */
export function showDaysAhead(component, since) {
  const items = all(component, "[data-days]");
  for (const item of items) showDay(item, dayAhead(written(item, "days"), since), component.dataset.dates);
  return items;
}

/**
 * A day that has passed is of no use: then it is counted from now.
 * @param {string} days @param {string} [since]
 */
function dayAhead(days, since) {
  const day = dayAfter(days, since ? new Date(`${since}T00:00`) : undefined);
  return day < dayAfter(0) ? dayAfter(days) : day;
}

/** @param {HTMLElement} item @param {Date} day @param {string | undefined} dates */
export function showDay(item, day, dates) {
  const time = one(item, "time", HTMLTimeElement);
  time.dateTime = dayInFigures(day);
  time.textContent = dayInWords(day, dates);
}

/** @param {HTMLElement} item as figures */
export function dayShown(item) {
  return one(item, "time", HTMLTimeElement).dateTime;
}
