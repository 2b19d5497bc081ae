// Days that are so many days from now, shown in the items that say how many.
import { dayAfter, dayInFigures, dayInWords } from "../memory/days.js";
import { all, one, written } from "./finding.js";

/** @param {HTMLElement} component @returns {HTMLElement[]} the items */
export function showDaysAhead(component) {
  const items = all(component, "[data-days]");
  for (const item of items) showDay(item, dayAfter(written(item, "days")), component.dataset.dates);
  return items;
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
