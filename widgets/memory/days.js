// Days of the calendar, kept as midnight in UTC so that no clock change can move them.
const EARLIEST = "2020-01-01";

function dayAfter(days, start = new Date()) {
  return new Date(Date.UTC(start.getFullYear(), start.getMonth(), start.getDate() + Number(days)));
}

function dayInWords(day, language) {
  return day.toLocaleDateString(language, { dateStyle: "full", timeZone: "UTC" });
}

function dayInFigures(day) {
  return day.toISOString().slice(0, 10);
}

function isDay(text) {
  const day = new Date(text);
  return !Number.isNaN(day.valueOf()) && dayInFigures(day) === text && text >= EARLIEST;
}

// The days that many days from now, shown in the items that say how many.
function fillDays(part) {
  for (const item of part.querySelectorAll("[data-days]")) fillDay(item, part.dataset.language);
}

function fillDay(item, language) {
  const day = dayAfter(item.dataset.days);
  item.querySelector("time").dateTime = dayInFigures(day);
  item.querySelector("time").textContent = dayInWords(day, language);
}
