// Comparing with someone: a code of one's own answers, and up to six views side by side.
import { all, hit, one, written } from "../finding.js";
import { isInJupyter } from "../jupyter.js";
import { add, include, takeOut } from "./adding.js";
import { codeOf, codesInAddress } from "./code.js";
import { copy } from "./copying.js";
import { make, refresh } from "./own.js";
import { placeOf, show } from "./saying.js";

/**
 * @typedef {object} Compare
 * @property {HTMLElement} block
 * @property {{ code: import("./code.js").CodeTables, comparing: import("./showing.js").ComparingTables }} tables
 * @property {() => string | null} ownCode of the check's answers as they stand
 * @property {HTMLInputElement} field
 * @property {Map<string, string>} views codes by their place; nothing keeps them
 * @property {string | null} own the place of one's own view
 * @property {string | null} made the code that was made
 */

/**
 * @param {HTMLElement} block
 * @param {() => import("./code.js").Answers | null} present the check's answers as they stand, by
 *   the ids that a code knows; whatever is left out counts as not answered
 * @param {AbortSignal} [signal]
 * @returns {() => void} to be called when an answer has changed
 */
export function wakeCompare(block, present = () => null, signal) {
  const tables = JSON.parse(written(block, "tables"));
  const field = one(block, "input[aria-describedby*=error]", HTMLInputElement);
  const ownCode = () => codeOf(tables.code, present() ?? {});
  /** @type {Compare} */
  const compare = { block, tables, ownCode, field, views: new Map(), own: null, made: null };
  listen(compare);
  addEventListener("hashchange", () => addFromAddress(compare), { signal });
  for (const part of all(block, "[data-linked]")) part.hidden = !isLinked();
  addFromAddress(compare);
  return () => refresh(compare);
}

/** @param {Compare} compare */
function listen(compare) {
  const { block, field } = compare;
  const buttons = {
    make: () => make(compare),
    add: () => add(compare, field.value),
    include: () => include(compare),
    takeOut: (/** @type {HTMLElement} */ button) => takeOut(compare, placeOf(button)),
    copy: (/** @type {HTMLElement} */ button) => copy(compare, button),
  };
  block.addEventListener("click", (event) => {
    const button = hit(event, "button");
    for (const [name, act] of Object.entries(buttons)) if (button && name in button.dataset) act(button);
  });
  // The check around it has a use for Enter too.
  block.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.target === field) add(compare, field.value);
  });
  for (const word of all(block, "[data-view] input")) word.addEventListener("input", () => show(compare));
}

function isLinked() {
  return location.protocol.startsWith("http") && !isInJupyter();
}

/** @param {Compare} compare */
function addFromAddress(compare) {
  const codes = isLinked() ? codesInAddress() : "";
  if (!codes) return;
  compare.block.dataset.askedFor = "";
  openAround(compare.block);
  add(compare, codes);
  const heading = one(compare.block, "[data-together] > h4");
  (compare.views.size ? heading : compare.field).focus();
}

/** @param {HTMLElement | null | undefined} within */
function openAround(within) {
  const around = /** @type {HTMLElement | null | undefined} */ (within?.closest("details, [hidden]"));
  if (!around) return;
  around.hidden = false;
  if (around instanceof HTMLDetailsElement) around.open = true;
  openAround(around.parentElement);
}
