// Comparing beside the check: its answers as they stand, for a code of one's own.
import { whenChanged } from "../../memory/changes.js";
import { lookUp } from "../check/lookup.js";
import { one } from "../finding.js";
import { readForm, responsesTo } from "../form/answering.js";
import { wakeCompare } from "./compare.js";

/** @param {HTMLElement} block @param {AbortSignal} [signal] */
export function wakeBesideCheck(block, signal) {
  const workbook = /** @type {HTMLElement} */ (block.closest("[data-workbook]"));
  const section = one(workbook, "[data-form]:has(form.check)");
  const form = readForm(one(section, "form.check"), section);
  const refresh = wakeCompare(block, () => answersOf(form), signal);
  section.addEventListener("input", refresh);
  whenChanged(refresh, signal);
}

/** @param {import("../form/answering.js").Form} form @returns {import("./code.js").Answers} */
function answersOf(form) {
  const responses = responsesTo(form);
  const known = form.compiled.lookup && lookUp(form.compiled.lookup, responses);
  const isHope = (/** @type {string} */ id, /** @type {string} */ answer) =>
    answer === "yes-fully" && Boolean(known?.get(`hope/${id}`)?.length);
  const chosen = Object.entries(responses).filter(([, response]) => Array.isArray(response) && response.length);
  return Object.fromEntries(chosen.map(([id, [answer]]) => [id, isHope(id, answer) ? "hoped" : answer]));
}
