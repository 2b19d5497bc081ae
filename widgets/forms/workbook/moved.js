// What has moved since an earlier check: in words, as a picture of dots, and as a table.
import { dayInWords } from "../../memory/days.js";
import { checksIn } from "../../memory/history.js";
import { keyOf } from "../../memory/keys.js";
import { recall } from "../../memory/storage.js";
import { all, one, written } from "../finding.js";

const FIRST_GO = "first-go";

/** @typedef {import("../../memory/history.js").Check} Check */
/** @typedef {Record<string, Record<string, string>>} Words of each answer, by question */
/** @typedef {{ answer: string, text: string }} Said */

/**
 * @param {HTMLElement} moved @param {() => Record<string, string> | null} answersNow
 * @returns {() => void} shows what moved
 */
export function wakeMoved(moved, answersNow) {
  const choice = one(moved, "select", HTMLSelectElement);
  /** @type {string | undefined} */
  let chosen;

  function show() {
    const latest = latestCheck(moved, answersNow());
    moved.hidden = !latest;
    if (latest) showSince(moved, latest, chosen);
  }

  choice.addEventListener("change", () => {
    chosen = choice.value;
    show();
    // Said when asked for: each answer changed elsewhere on the page would be told here too.
    one(moved, "[role=status]").textContent = one(moved, "[data-since-then]").innerText;
  });
  return show;
}

/**
 * The check on the page is one of those kept, unless its answers came from elsewhere since.
 * @param {HTMLElement} moved @param {Record<string, string> | null} now
 */
export function latestCheck(moved, now) {
  const isShown = (/** @type {Check} */ { answers }) =>
    Object.entries(now ?? {}).every(([id, answer]) => answers.get(id) === answer);
  return now ? checksOf(moved).findLast(isShown) : undefined;
}

/** @param {HTMLElement} moved */
function checksOf(moved) {
  return checksIn(written(moved, "course"), written(moved, "keptAs"));
}

/** @param {HTMLElement} moved @param {Check} latest @param {string | undefined} chosen */
function showSince(moved, latest, chosen) {
  const earlier = checksBefore(moved, latest.day);
  one(moved, "[data-latest-day]").textContent = nameOf(moved, latest.day);
  one(moved, "[data-compared]").hidden = !earlier.length;
  const before = listEarlier(moved, earlier, chosen);
  if (!before) return;
  one(moved, "[data-since]").textContent = nameOf(moved, before.day);
  for (const row of all(moved, "[data-row]")) compare(row, saidIn(moved, before), saidIn(moved, latest));
  const hasMoved = isAnyShown(moved, "moved");
  one(moved, "[data-nothing]").hidden = hasMoved;
  one(moved, "[data-since-then] > ul").hidden = !hasMoved;
  one(moved, "[data-same]").hidden = !isAnyShown(moved, "same");
}

/** @param {HTMLElement} moved @param {string} day */
function nameOf(moved, day) {
  if (day === FIRST_GO) return written(one(moved, "select"), "firstGo");
  return dayInWords(new Date(day), moved.dataset.dates);
}

/** @param {HTMLElement} moved @param {string} day */
function checksBefore(moved, day) {
  const before = [firstGo(moved), ...checksOf(moved).filter((check) => check.day < day)];
  return before.filter((check) => saidIn(moved, check).size);
}

/**
 * What was answered, in the words that it was answered in; what no words are known for was not said.
 * @param {HTMLElement} moved @param {Check} check @returns {Map<string, Said>}
 */
function saidIn(moved, { wording, answers }) {
  /** @type {Record<string, Words>} */
  const known = JSON.parse(written(moved, "words"));
  const words = known[wording && Object.hasOwn(known, wording) ? wording : written(moved, "wording")];
  const said = [...answers].flatMap(([id, answer = ""]) => {
    const isKnown = Object.hasOwn(words, id) && Object.hasOwn(words[id], answer);
    return isKnown ? [/** @type {[string, Said]} */ ([id, { answer, text: words[id][answer] }])] : [];
  });
  return new Map(said);
}

/**
 * The same three questions, asked in a lesson: not carried over, but a place to have moved from.
 * @param {HTMLElement} moved @returns {Check}
 */
function firstGo(moved) {
  /** @type {Record<string, string>} */
  const places = JSON.parse(written(moved, "firstGo"));
  const answers = new Map();
  for (const [id, place] of Object.entries(places)) {
    const response = recall(keyOf(moved.dataset.course, place))?.response;
    if (Array.isArray(response)) answers.set(id, response[0]);
  }
  return { day: FIRST_GO, wording: FIRST_GO, answers };
}

/**
 * Offers the earlier checks to choose from; answers which is chosen, if there is any.
 * @param {HTMLElement} moved @param {Check[]} earlier @param {string | undefined} chosen
 */
function listEarlier(moved, earlier, chosen) {
  const check = earlier.find(({ day }) => day === chosen) ?? earlier.at(-1);
  const choice = one(moved, "select", HTMLSelectElement);
  choice.replaceChildren(...earlier.map(({ day }) => new Option(nameOf(moved, day), day)));
  if (check) choice.value = check.day;
  return check;
}

/** @param {HTMLElement} row @param {Map<string, Said>} before @param {Map<string, Said>} now */
function compare(row, before, now) {
  const id = written(row, "row");
  const [then, today] = [before.get(id), now.get(id)];
  for (const place of all(row, "[data-before]")) place.textContent = then?.text ?? written(place, "before");
  for (const place of all(row, "[data-now]")) place.textContent = today?.text ?? written(place, "now");
  for (const dot of all(row, "[data-dot]")) dot.textContent = dotAt(written(dot, "dot"), then?.answer, today?.answer);
  const kind = then?.answer === today?.answer ? "same" : "moved";
  if (row.dataset.when) row.hidden = !then || !today || row.dataset.when !== kind;
}

/** @param {string} answer @param {string | undefined} before @param {string | undefined} now */
function dotAt(answer, before, now) {
  if (answer === now) return answer === before ? "◉" : "●";
  return answer === before ? "○" : "";
}

/** @param {HTMLElement} moved @param {string} when */
function isAnyShown(moved, when) {
  return all(moved, `[data-when=${when}]`).some((row) => !row.hidden);
}
