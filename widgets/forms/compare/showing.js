// Views side by side: in words, as a picture and as a table, all drawn by Python.
import { all, copyOf, one, written } from "../finding.js";

/**
 * @typedef {object} View
 * @property {string} place which of the drawn views it is
 * @property {string} name
 * @property {import("./code.js").Answers} answers
 */
/** @typedef {{ missing: boolean, width: number, unknown: boolean, kind: string, turn: number }} Outcome */
/** @typedef {{ bits: Record<string, number>, turns: string[], outcomes: Outcome[] }} ComparingTables */

/** @param {HTMLElement} compared @param {ComparingTables} tables @param {View[]} views */
export function showCompared(compared, tables, views) {
  const isOne = views.length === 1;
  compared.hidden = !views.length;
  one(compared, "[data-single]").hidden = !isOne;
  for (const part of all(compared, "[data-several]")) part.hidden = isOne;
  showTable(compared, views);
  for (const row of all(compared, ".answers[data-row]")) showInPicture(row, views);
  if (views.length > 1) showInWords(compared, tables, views);
}

/** @param {HTMLElement} compared @param {View[]} views */
function showTable(compared, views) {
  const byPlace = new Map(views.map((view) => [view.place, view]));
  for (const cell of all(compared, "[data-column]")) {
    const view = byPlace.get(written(cell, "column"));
    const row = cell.closest("tr");
    const words = JSON.parse(row?.dataset.answers ?? "null");
    cell.hidden = !view;
    if (view) cell.textContent = words ? words[view.answers[row?.dataset.row ?? ""]] : view.name;
  }
}

/** @param {HTMLElement} row @param {View[]} views */
function showInPicture(row, views) {
  const waiting = one(row, "[data-waiting]");
  const tokens = all(row, "[data-token]").sort((a, b) => Number(a.dataset.token) - Number(b.dataset.token));
  for (const token of tokens) {
    const answer = views.find(({ place }) => place === token.dataset.token)?.answers[written(row, "row")];
    token.classList.toggle("hoped", answer === "hoped");
    const cell = answer === "hoped" ? "yes-fully" : answer;
    (all(row, "[data-cell]").find(({ dataset }) => dataset.cell === cell) ?? waiting).append(token);
  }
  row.hidden = waiting.childElementCount === tokens.length;
}

/** @param {HTMLElement} compared @param {ComparingTables} tables @param {View[]} views */
function showInWords(compared, tables, views) {
  const outcomes = new Map(tables.turns.map((id) => [id, outcomeOf(tables, id, views)]));
  const inTurn = [...outcomes];
  const facts = all(compared, "tr[data-row]").map((row) => written(row, "row")).filter((id) => !outcomes.has(id));
  list(compared, "missing", inTurn.filter(([, { missing }]) => missing), views);
  list(compared, "differ", inTurn.filter(([, { width }]) => width).sort(widestFirst), views);
  list(compared, "unknown", inTurn.filter(([, { unknown }]) => unknown), views);
  list(compared, "elsewhere", facts.filter((id) => knownAnswers(id, views).size > 1).map((id) => [id]), views);
  const [first] = inTurn.sort(([, a], [, b]) => a.turn - b.turn);
  showWhatFirst(compared, ...first);
}

/** @param {[string, Outcome]} a @param {[string, Outcome]} b */
function widestFirst([, a], [, b]) {
  return b.width - a.width;
}

/** @param {ComparingTables} tables @param {string} id @param {View[]} views */
function outcomeOf({ bits, outcomes }, id, views) {
  return outcomes[views.reduce((pattern, { answers }) => pattern | bits[answers[id]], 0)];
}

/** @param {string} id @param {View[]} views */
function knownAnswers(id, views) {
  return new Set(views.map(({ answers }) => answers[id]).filter((answer) => answer !== "dont-know"));
}

/** @param {HTMLElement} compared @param {string} name @param {[string, ...any][]} held @param {View[]} views */
function list(compared, name, held, views) {
  const element = one(compared, `[data-list=${name}]`);
  one(element, "[data-none]").hidden = held.length > 0;
  const rows = one(element, "ul");
  rows.replaceChildren(...held.map(([id]) => copyOf(compared, `[data-said-of=${id}]`)));
  for (const row of all(rows, "[data-row]")) showWhoSays(row, written(row, "row"), views);
}

/** @param {HTMLElement} row @param {string} id @param {View[]} views */
function showWhoSays(row, id, views) {
  for (const said of all(row, "[data-by]")) {
    const who = views.filter(({ answers }) => answers[id] === said.dataset.by);
    said.hidden = !who.length;
    one(said, "[data-names]").textContent = who.map(({ name }) => name).join(", ");
  }
}

/** @param {HTMLElement} compared @param {string} id @param {Outcome} outcome */
function showWhatFirst(compared, id, { kind }) {
  const name = one(compared, `tr[data-row="${id}"] th`).textContent;
  for (const sentence of all(compared, "[data-first]")) {
    sentence.hidden = sentence.dataset.first !== kind;
    for (const place of all(sentence, "[data-name]")) place.textContent = name;
  }
}
