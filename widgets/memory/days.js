// Days of the calendar, kept as midnight in UTC so that no clock change can move them.
const EARLIEST = "2020-01-01";

/** @param {string | number} days */
export function dayAfter(days, start = new Date()) {
  return new Date(Date.UTC(start.getFullYear(), start.getMonth(), start.getDate() + Number(days)));
}

/** @param {Date} day @param {string | undefined} language */
export function dayInWords(day, language) {
  return day.toLocaleDateString(language, { dateStyle: "full", timeZone: "UTC" });
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
