// Days to come back on: shown as dates, and made into a calendar file on this device.
function wakeReminders(reminders) {
  const items = [...reminders.querySelectorAll("[data-days]")];
  const status = reminders.querySelector("[role=status]");
  const link = reminders.querySelector("a[download]");

  fillDays(reminders);
  reminders.querySelector("button").addEventListener("click", () => {
    // The page may have been open since yesterday.
    fillDays(reminders);
    const calendar = JSON.parse(reminders.querySelector("[type='application/json']").textContent);
    offer(link, calendarOf(calendar, items.map(reminderEvent)), "text/calendar");
    status.replaceChildren(reminders.querySelector("template").content.cloneNode(true));
  });
}

// As Python numbers them, from 1.
function reminderEvent(item, index) {
  const address = new URL(item.dataset.href, location.href).href;
  return { day: item.querySelector("time").dateTime, [`address-${index + 1}`]: address };
}
