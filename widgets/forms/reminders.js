// Days to come back on: shown as dates, and made into a calendar file on this device.
const STAND_IN_DAY = "197001";
const STAND_IN_TIME = "19700101T000000Z";

function wakeReminders(reminders) {
  const items = [...reminders.querySelectorAll("[data-days]")];
  const status = reminders.querySelector("[role=status]");
  const link = reminders.querySelector("a[download]");
  const language = reminders.dataset.language;

  function count() {
    for (const item of items) {
      const day = dayAfter(item.dataset.days);
      item.querySelector("time").dateTime = day.toISOString().slice(0, 10);
      item.querySelector("time").textContent = day.toLocaleDateString(language, { dateStyle: "full", timeZone: "UTC" });
    }
  }

  count();
  reminders.querySelector("button").addEventListener("click", () => {
    // The page may have been open since yesterday.
    count();
    const calendar = JSON.parse(reminders.querySelector("[type='application/json']").textContent);
    offer(link, dated(calendar, items), "text/calendar");
    status.replaceChildren(reminders.querySelector("template").content.cloneNode(true));
  });
}

// The learner's own calendar day, kept as midnight in UTC so that no clock change can move it.
function dayAfter(days) {
  const now = new Date();
  return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate() + Number(days)));
}

function dated(calendar, items) {
  const made = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, "");
  items.forEach((item, index) => {
    const standIn = STAND_IN_DAY + String(index + 2).padStart(2, "0");
    const day = item.querySelector("time").dateTime.replaceAll("-", "");
    const address = new URL(item.dataset.href, location.href).href.replaceAll(/[\\;,]/g, "\\$&");
    // Given as text, an address with a $ in it would be taken for a pattern.
    calendar = calendar.replaceAll(standIn, day).replaceAll(`@address-${index + 1}@`, () => address);
  });
  const unique = crypto.getRandomValues(new Uint32Array(4)).join("-");
  return calendar.replaceAll("@made@", unique).replaceAll(STAND_IN_TIME, made);
}
