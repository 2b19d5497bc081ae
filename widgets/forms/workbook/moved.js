// What has moved since an earlier check: in words, as a picture of dots, and as a table.
const FIRST_GO = "first-go";

function wakeMoved(moved, workbook) {
  const { course, keptAs: form, language } = moved.dataset;
  const choice = moved.querySelector("select");
  const answersInWords = JSON.parse(moved.dataset.answers);
  const isKnown = ([id, answer]) => Object.hasOwn(answersInWords, id) && Object.hasOwn(answersInWords[id], answer);
  const name = (day) => (day === FIRST_GO ? choice.dataset.firstGo : dayInWords(new Date(day), language));
  let chosen;

  // The same three questions, asked in a lesson: not carried over, but a place to have moved from.
  function firstGo() {
    const places = Object.entries(JSON.parse(moved.dataset.firstGo));
    const given = places.map(([id, place]) => [id, recall(`${PREFIX}${course}/${place}`)?.response?.[0]]);
    return { day: FIRST_GO, answers: new Map(given) };
  }

  // The check on the page is one of those kept, unless its answers came from elsewhere since.
  function latest() {
    const now = workbook.isChecked() ? Object.entries(workbook.answers()) : [];
    const isShown = ({ answers }) => now.every(([id, answer]) => answers.get(id) === answer);
    return now.length ? checksIn(course, form).findLast(isShown) : undefined;
  }

  function checksBefore(day) {
    const known = ({ day, answers }) => ({ day, answers: new Map([...answers].filter(isKnown)) });
    const before = checksIn(course, form).filter((check) => check.day < day);
    return [firstGo(), ...before].map(known).filter(({ answers }) => answers.size);
  }

  function listEarlier(earlier) {
    choice.replaceChildren(...earlier.map(({ day }) => new Option(name(day), day)));
    choice.value = earlier.some(({ day }) => day === chosen) ? chosen : earlier.at(-1)?.day;
  }

  function show() {
    const { day, answers } = latest() ?? {};
    moved.hidden = !day;
    if (moved.hidden) return;
    const earlier = checksBefore(day);
    moved.querySelector("[data-latest-day]").textContent = name(day);
    moved.querySelector("[data-compared]").hidden = !earlier.length;
    if (!earlier.length) return;
    listEarlier(earlier);
    moved.querySelector("[data-since]").textContent = name(choice.value);
    compare(moved, answersInWords, earlier.find((check) => check.day === choice.value).answers, answers);
  }

  choice.addEventListener("change", () => {
    chosen = choice.value;
    show();
  });
  workbook.whenChecked(show);
}

function compare(moved, answersInWords, before, now) {
  for (const row of moved.querySelectorAll("[data-row]")) {
    const id = row.dataset.row;
    const words = (answers) => answersInWords[id][answers.get(id)];
    for (const place of row.querySelectorAll("[data-before]")) place.textContent = words(before) ?? place.dataset.before;
    for (const place of row.querySelectorAll("[data-now]")) place.textContent = words(now) ?? place.dataset.now;
    for (const dot of row.querySelectorAll("[data-dot]")) dot.textContent = dotAt(dot.dataset.dot, before.get(id), now.get(id));
    const same = before.get(id) === now.get(id);
    if (row.dataset.when) row.hidden = !before.has(id) || !now.has(id) || same !== (row.dataset.when === "same");
  }
  const shown = (when) => moved.querySelectorAll(`[data-when=${when}]:not([hidden])`).length > 0;
  moved.querySelector("[data-nothing]").hidden = shown("moved");
  moved.querySelector("[data-same]").hidden = !shown("same");
}

function dotAt(answer, before, now) {
  if (answer === now) return answer === before ? "◉" : "●";
  return answer === before ? "○" : "";
}
