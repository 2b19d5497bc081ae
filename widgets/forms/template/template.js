// A template to fill in: one entry to begin with, more on request, all of it on paper or in Word.
import { offer } from "../../files/offer.js";
import { WORD_TYPE, wordOf } from "../../files/word.js";
import { whenChanged } from "../../memory/changes.js";
import { comeIntoView } from "../coming_into_view.js";
import { all, copyOf, hit, maybe, one } from "../finding.js";
import { isInJupyter } from "../jupyter.js";

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */
/** @typedef {import("../../files/lines.js").Line} Line */

/** @param {HTMLElement} template @param {AbortSignal} [signal] */
export function wakeTemplate(template, signal) {
  const entries = all(template, "[data-entry]");
  if (entries.length) wakeEntries(template, entries, signal);
  // JupyterLab prints itself, and not what is meant.
  one(template, "[data-make=print]").hidden = isInJupyter();
  one(template, "[data-make=print]").addEventListener("click", () => print());
  one(template, "[data-make=word]").addEventListener("click", () => makeWord(template));
}

/** @param {HTMLElement} template @param {HTMLElement[]} entries @param {AbortSignal} [signal] */
function wakeEntries(template, entries, signal) {
  const another = one(template, "[data-another]", HTMLButtonElement);
  const status = one(template, "[data-told]");
  let asked = 1;

  function show() {
    asked = Math.max(asked, entries.findLastIndex(isWritten) + 1);
    for (const [index, entry] of entries.entries()) entry.toggleAttribute("data-waiting", index >= asked);
    another.hidden = asked === entries.length;
  }

  another.addEventListener("click", () => {
    asked += 1;
    show();
    fieldsOf(entries[asked - 1])[0].focus();
  });
  template.addEventListener("click", (event) => {
    const entry = hit(event, "[data-take-out]")?.closest("[data-entry]");
    if (!entry) return;
    const gone = entries.findIndex((each) => each === entry);
    takeOut(entries.slice(gone, asked));
    asked = Math.max(asked - 1, 1);
    show();
    fieldsOf(entries[Math.min(gone, asked - 1)])[0].focus();
    status.replaceChildren(copyOf(template, "[data-said-of=taken_out]"));
  });
  template.addEventListener("input", ({ isTrusted }) => isTrusted && status.replaceChildren());
  whenChanged(show, signal);
  show();
}

/** @param {HTMLElement} entry @returns {Field[]} */
function fieldsOf(entry) {
  return /** @type {Field[]} */ (all(entry, "input,textarea"));
}

/** @param {HTMLElement} entry */
function isWritten(entry) {
  return fieldsOf(entry).some(({ value }) => value.trim());
}

/**
 * Those that follow move up, so that their numbers have no gap.
 * @param {HTMLElement[]} entries from the one to take out
 */
function takeOut(entries) {
  const fields = entries.map(fieldsOf);
  for (const [index, row] of fields.entries()) {
    for (const [place, field] of row.entries()) write(field, fields[index + 1]?.[place].value ?? "");
  }
}

/** @param {Field} field @param {string} text */
function write(field, text) {
  if (field.value === text && field.validity.valid) return;
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** @param {HTMLElement} template */
function makeWord(template) {
  const parts = JSON.parse(one(template, "[data-word]").textContent ?? "");
  offer(one(template, "[data-file]", HTMLAnchorElement), wordOf(linesIn(template), parts), WORD_TYPE);
  const status = one(template, "[data-made]");
  status.replaceChildren(copyOf(template, "[data-said-of=made]"));
  comeIntoView(status);
}

/**
 * What stands in the fields, each under what is asked: also where nothing stands there yet.
 * @param {HTMLElement} template @returns {Line[]}
 */
function linesIn(template) {
  const shown = all(template, "legend, [data-question]").filter((each) => !each.closest("[data-waiting]"));
  const title = one(template, "[data-form]").ariaLabel ?? "";
  return [{ kind: "heading", text: title }, ...shown.map(lineOf)];
}

/** @param {HTMLElement} shown @returns {Line} */
function lineOf(shown) {
  const label = maybe(shown, "label");
  if (!label) return { kind: "subheading", text: shown.textContent ?? "" };
  return { kind: "pair", label: label.textContent ?? "", text: one(shown, "[data-on-paper]").textContent ?? "" };
}
