// The certificate of effort: filled in from what is ticked and typed here. Nothing of it is kept.
function wakeCertificate(certificate, signal) {
  const form = certificate.querySelector("form");
  const summary = form.querySelector("[data-errors]");
  const name = form.querySelector("[type=text]");
  const lessons = wakeQuestion(form.querySelector("[data-question]"), certificate);

  function show() {
    fillSheet(certificate.querySelector("[data-sheet]"), lessons.response, name.value.trim(), certificate.dataset.language);
    offerCommitments(certificate);
  }

  function showError(shown) {
    lessons.showError(shown);
    summary.hidden = summary.querySelector("[data-for]").hidden = !shown;
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
    if (event.target.closest("a")) lessons.first.focus();
  });
  whenLeft(() => {
    name.value = "";
    show();
  }, signal);
  whenChanged(show, signal);
  switchOn(certificate);
  show();
}

function whenLeft(react, signal) {
  for (const leaving of ["afterprint", "pagehide"]) globalThis.addEventListener(leaving, react, { signal });
}

function switchOn(certificate) {
  certificate.querySelector("[data-asleep]").hidden = true;
  certificate.querySelector("[data-check]").disabled = false;
}

// There is something to print once a lesson is ticked.
function fillSheet(sheet, ticked, name, language) {
  const today = dayAfter(0);
  sheet.hidden = !ticked.length;
  sheet.querySelector("[data-name]").textContent = name;
  for (const lesson of sheet.querySelectorAll("[data-lesson]")) lesson.hidden = !ticked.includes(lesson.dataset.lesson);
  sheet.querySelector("time").dateTime = dayInFigures(today);
  sheet.querySelector("time").textContent = dayInWords(today, language);
}

// A commitment can be shown once it is saved, as it was saved, and only if that is chosen.
function offerCommitments(certificate) {
  for (const place of certificate.querySelectorAll("[data-key]")) place.textContent = savedIn(place);
  const offers = [...certificate.querySelectorAll("[data-offer]")];
  for (const offer of offers) {
    offer.hidden = [...offer.querySelectorAll("[data-key]")].some((place) => !place.textContent);
    const shown = !offer.hidden && offer.querySelector("input").checked;
    certificate.querySelector(`[data-commitment="${offer.dataset.offer}"]`).hidden = !shown;
  }
  const none = offers.every((offer) => offer.hidden);
  certificate.querySelector("[data-offers]").hidden = none;
  certificate.querySelector("[data-no-offer]").hidden = !none;
}

function savedIn(place) {
  const record = recall(PREFIX + place.dataset.key);
  return record?.checked ? saidIn(record.response, JSON.parse(place.dataset.options)) : "";
}
