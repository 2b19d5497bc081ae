// On the page of the plan: what the latest check came to.
function wakeLatest(latest, signal) {
  const { course, keptAs: form, language } = latest.dataset;

  function show() {
    const check = checksIn(course, form).at(-1);
    const titles = [...latest.querySelectorAll("[data-title]")];
    for (const title of titles) title.hidden = title.dataset.title !== check?.answers.get("result");
    latest.querySelector("[data-checked]").hidden = titles.every((title) => title.hidden);
    latest.querySelector("[data-unchecked]").hidden = titles.some((title) => !title.hidden);
    if (check) latest.querySelector("time").textContent = dayInWords(new Date(check.day), language);
  }

  whenChanged(show, signal);
  show();
}
