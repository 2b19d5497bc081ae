// Days of the calendar, kept as midnight in UTC so that no clock change can move them.
const EARLIEST = "2020-01-01";

/** @param {string | number} days */
export function dayAfter(days, start = new Date()) {
  return new Date(Date.UTC(start.getFullYear(), start.getMonth(), start.getDate() + Number(days)));
}

/**
 * How a day is said in the course's language, which the browser may not know.
 * @typedef {{ format: string, weekdays: string[], months: string[] }} Dates
 */

/** @param {Date} day @param {string | undefined} dates as Python wrote them */
export function dayInWords(day, dates) {
  /** @type {Dates} */
  const { format, weekdays, months } = JSON.parse(dates ?? "");
  /** @type {Record<string, string | number | undefined>} */
  const said = {
    weekday: weekdays[day.getUTCDay()],
    day: day.getUTCDate(),
    month: months[day.getUTCMonth()],
    year: day.getUTCFullYear(),
  };
  return format.replaceAll(/{(\w+)}/g, (_, name) => String(said[name]));
}

/** @param {Date} day */
export function dayInFigures(day) {
  return day.toISOString().slice(0, 10);
}

/** @param {string} text */
export function isDay(text) {
  const day = new Date(text);
  return !Number.isNaN(day.valueOf()) && dayInFigures(day) === text && text >= EARLIEST;
}
