// The certificate of effort: filled in from what is ticked and typed here. Nothing of it is kept.
import { whenChanged } from "../../memory/changes.js";
import { dayAfter } from "../../memory/days.js";
import { PREFIX } from "../../memory/keys.js";
import { recall } from "../../memory/storage.js";
import { showDay } from "../days_ahead.js";
import { all, hit, one, written } from "../finding.js";
import { saidIn } from "../form/earlier.js";
import { Question } from "../form/question.js";

/** @param {HTMLElement} certificate @param {AbortSignal} [signal] */
export function wakeCertificate(certificate, signal) {
  const name = one(certificate, "form [type=text]", HTMLInputElement);
  const lessons = new Question(one(certificate, "[data-question]"), certificate);

  function show() {
    fillSheet(certificate, lessons.response, name.value.trim());
    offerCommitments(certificate);
  }

  wakeAsking(certificate, lessons, show);
  whenLeft(() => {
    name.value = "";
    show();
  }, signal);
  whenChanged(show, signal);
  one(certificate, "[data-asleep]").hidden = true;
  one(certificate, "[data-check]", HTMLButtonElement).disabled = false;
  show();
}

/** @param {HTMLElement} certificate @param {Question} lessons @param {() => void} show */
function wakeAsking(certificate, lessons, show) {
  const form = one(certificate, "form");
  const summary = one(form, "[data-errors]");

  /** @param {boolean} shown */
  function showError(shown) {
    lessons.showError(shown);
    summary.hidden = one(summary, "[data-for]").hidden = !shown;
  }
  form.addEventListener("input", () => {
    if (lessons.answered) showError(false);
    show();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    showError(!lessons.answered);
    if (!lessons.answered) return summary.focus();
    // The page may have been open since yesterday.
    show();
    print();
  });
  summary.addEventListener("click", (event) => {
    event.preventDefault();
    if (hit(event, "a")) lessons.first.focus();
  });
}

/** @param {() => void} react @param {AbortSignal} [signal] */
function whenLeft(react, signal) {
  for (const leaving of ["afterprint", "pagehide"]) globalThis.addEventListener(leaving, react, { signal });
}

/**
 * There is something to print once a lesson is ticked.
 * @param {HTMLElement} certificate @param {string | string[]} ticked @param {string} name
 */
function fillSheet(certificate, ticked, name) {
  const sheet = one(certificate, "[data-sheet]");
  sheet.hidden = !ticked.length;
  one(sheet, "[data-name]").textContent = name;
  for (const lesson of all(sheet, "[data-lesson]")) lesson.hidden = !ticked.includes(written(lesson, "lesson"));
  showDay(sheet, dayAfter(0), certificate.dataset.dates);
}

/**
 * A commitment can be shown once it is saved, as it was saved, and only if that is chosen.
 * @param {HTMLElement} certificate
 */
function offerCommitments(certificate) {
  for (const place of all(certificate, "[data-key]")) place.textContent = savedIn(place);
  const offers = all(certificate, "[data-offer]");
  for (const offer of offers) {
    offer.hidden = all(offer, "[data-key]").some((place) => !place.textContent);
    const shown = !offer.hidden && one(offer, "input", HTMLInputElement).checked;
    one(certificate, `[data-commitment="${offer.dataset.offer}"]`).hidden = !shown;
  }
  const none = offers.every((offer) => offer.hidden);
  one(certificate, "[data-offers]").hidden = none;
  one(certificate, "[data-no-offer]").hidden = !none;
}

/** @param {HTMLElement} place */
function savedIn(place) {
  const record = recall(PREFIX + written(place, "key"));
  return record?.checked ? saidIn(record.response, JSON.parse(written(place, "options"))) : "";
}
