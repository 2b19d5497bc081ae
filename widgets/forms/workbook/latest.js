// On the home page and that of the plan: what the latest check came to.
import { whenChanged } from "../../memory/changes.js";
import { dayInWords } from "../../memory/days.js";
import { checksIn } from "../../memory/history.js";
import { all, maybe, one, written } from "../finding.js";

/** @param {HTMLElement} latest @param {AbortSignal} [signal] */
export function wakeLatest(latest, signal) {
  const [course, form] = [written(latest, "course"), written(latest, "keptAs")];

  function show() {
    const check = checksIn(course, form).at(-1);
    const titles = all(latest, "[data-title]");
    const result = `${check?.wording}/${check?.answers.get("result")}`;
    for (const title of titles) title.hidden = title.dataset.title !== result;
    const isKept = titles.some((title) => !title.hidden);
    one(latest, "[data-checked]").hidden = !isKept;
    const instead = maybe(latest, "[data-unchecked]");
    if (instead) instead.hidden = isKept;
    if (check) one(latest, "time").textContent = dayInWords(new Date(check.day), latest.dataset.dates);
  }

  whenChanged(show, signal);
  show();
}
