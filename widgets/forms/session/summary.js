// One page to take home: on paper, as a Word document, or in a link. Nothing else keeps it.
import { linesOf } from "../../files/lines.js";
import { offer as offerFile } from "../../files/offer.js";
import { WORD_TYPE, wordOf } from "../../files/word.js";
import { comeIntoView } from "../coming_into_view.js";
import { isCopied, offer } from "../copying.js";
import { all, copyOf, hit, one, written } from "../finding.js";
import { isOpenedToRead, linkWith, summaryInLink } from "./link.js";
import { heldUp } from "./tapping.js";

/** @typedef {import("./session.js").Tables} Tables */
/** @typedef {import("./link.js").Summary} Summary */

/**
 * @param {HTMLElement} session @param {Tables} tables
 * @returns {boolean} whether the page was opened to read what is in its link
 */
export function wakeSummary(session, tables) {
  const sheet = one(session, "[data-summary]");
  const isRead = isOpenedToRead();
  // Nobody else could open a link to a stick.
  for (const button of all(session, "[data-take=link]")) button.hidden = location.protocol === "file:";
  if (isRead) read(session, sheet, tables);
  addEventListener("hashchange", () => isOpenedToRead() !== isRead && location.reload());
  const fillIn = () => isRead || fill(sheet, summaryOf(session), tables);
  // Whatever a browser prints is this page, and not the screen.
  addEventListener("beforeprint", fillIn);
  session.addEventListener("click", (event) => {
    const button = hit(event, "[data-take]");
    if (!button) return;
    fillIn();
    take(session, button, written(button, "take"));
  });
  return isRead;
}

/** @param {HTMLElement} session @param {HTMLElement} button @param {string} what */
function take(session, button, what) {
  if (what === "print") print();
  if (what === "word") makeWord(session);
  if (what === "link") copyLink(session);
  if (what === "word") say(session, button, "made");
}

/** @param {HTMLElement} session */
async function copyLink(session) {
  const link = linkWith(summaryOf(session));
  const status = say(session, one(session, "[data-take=link]"), (await isCopied(link)) ? "copied" : "not_copied");
  offer(status, link);
}

/** @param {HTMLElement} session @param {HTMLElement} button @param {string} what */
function say(session, button, what) {
  const around = /** @type {HTMLElement} */ (button.parentElement?.parentElement);
  const status = one(around, "[role=status]");
  status.replaceChildren(copyOf(session, `[data-said=${what}]`));
  comeIntoView(status);
  return status;
}

/** @param {HTMLElement} session */
function makeWord(session) {
  const sheet = one(session, "[data-summary]");
  const { hidden } = sheet;
  // Lines are read off what is shown.
  sheet.hidden = false;
  const lines = linesOf([sheet]);
  sheet.hidden = hidden;
  const parts = JSON.parse(one(session, "[data-word]").textContent ?? "");
  offerFile(one(sheet, "[data-file]", HTMLAnchorElement), wordOf(lines, parts), WORD_TYPE);
}

/** @param {HTMLElement} session @returns {Summary} */
function summaryOf(session) {
  const held = all(session, "[data-tapping]").map((tapping) => {
    const shown = heldUp(tapping).filter(([, card]) => card);
    return [written(tapping, "tapping"), shown];
  });
  const notes = all(session, "[data-note]", HTMLTextAreaElement).map((note) => [written(note, "note"), note.value]);
  return { held: Object.fromEntries(held), notes: Object.fromEntries(notes) };
}

/** @param {HTMLElement} session @param {HTMLElement} sheet @param {Tables} tables */
function read(session, sheet, tables) {
  const summary = summaryInLink();
  session.dataset.reads = "true";
  for (const step of all(session, "[data-step]")) step.hidden = true;
  one(session, "[data-unreadable]").hidden = Boolean(summary);
  if (!summary) return;
  fill(sheet, summary, tables);
  sheet.hidden = false;
  one(sheet, "[data-from-link]").hidden = false;
}

/** @param {HTMLElement} sheet @param {Summary} summary @param {Tables} tables */
function fill(sheet, { held, notes }, { groups, cards }) {
  for (const subject of all(sheet, "[data-held]")) {
    const name = written(subject, "held");
    // Whoever made a link may have put anything into it.
    const isKnown = ([group = "", card = ""]) => Object.hasOwn(groups, group) && Object.hasOwn(cards[name], card);
    const items = (held[name] ?? []).filter(isKnown).map(([group, card]) => `${groups[group]}: ${cards[name][card]}`);
    subject.hidden = !items.length;
    one(subject, "ul").replaceChildren(...items.map(itemOf));
  }
  for (const noted of all(sheet, "[data-noted]")) {
    const text = notes[written(noted, "noted")].trim();
    if (text) noted.textContent = text;
    else noted.replaceChildren(copyOf(sheet, "[data-nothing]"));
  }
}

/** @param {string} text */
function itemOf(text) {
  const item = document.createElement("li");
  item.textContent = text;
  return item;
}
