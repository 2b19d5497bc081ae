// One form: questions that share a button, their errors and their feedback.
import { whenChanged } from "../../memory/changes.js";
import { recall } from "../../memory/storage.js";
import { comeIntoView } from "../coming_into_view.js";
import { hit, maybe, one } from "../finding.js";
import { ask, isNeeded, missingFrom, questionNamed, readForm, responsesTo, showErrors } from "./answering.js";
import { hasFeedback, showFeedback, withdrawFeedback } from "./feedback.js";
import { clear, follow, restore, save } from "./remembering.js";

/** @typedef {import("./answering.js").Form} Form */
/** @typedef {(responses: import("./outcomes.js").Responses) => void} Tell tells a kernel, if there is one */

/** @param {HTMLElement} element @param {HTMLElement} section @param {Tell} tell @param {AbortSignal} [signal] */
export function wakeForm(element, section, tell, signal) {
  const form = readForm(element, section);
  const tellKernel = () => tell(responsesTo(form, (question) => !question.isPrivate));
  // Enter clicks the button too. A form is never submitted: in a sandboxed frame that is blocked in silence.
  const button = one(element, "[data-check]", HTMLButtonElement);
  button.addEventListener("click", (event) => {
    event.preventDefault();
    if (check(form)) tellKernel();
    element.dispatchEvent(new Event("submission", { bubbles: true }));
  });
  element.addEventListener("input", (event) => change(form, event));
  // What one looks at more closely needs no button: it counts once it is chosen or written.
  element.addEventListener("change", () => form.compiled.lookup && hasFeedback(form) && tellKernel());
  // JupyterLab cancels every line break inside a cell, and with it Enter in a text field.
  element.addEventListener("beforeinput", (event) => event.stopPropagation(), { capture: true });
  element.addEventListener("click", (event) => goToQuestion(form, event));
  form.again?.addEventListener("click", () => {
    clear(form);
    form.questions[0].first.focus();
  });
  // What is forgotten here is not to be remembered there.
  whenChanged((key, from) => follow(form, key, from) && tellKernel(), signal);
  button.disabled = false;
  if (restore(form)) tellKernel();
  return form;
}

/** @param {Form} form @returns {boolean} whether there was nothing missing */
function check(form) {
  const missing = missingFrom(form);
  const summary = showErrors(form, missing);
  if (missing.length) {
    summary.focus();
    return false;
  }
  showFeedback(form);
  save(form, form.questions.filter((question) => question.answered || recall(question.key)), true);
  maybe(form.region, "[tabindex]")?.focus({ preventScroll: true });
  comeIntoView(form.region);
  return true;
}

/** @param {Form} form @param {Event} event */
function change(form, { target }) {
  const changed = form.questions.find(({ element }) => target instanceof Node && element.contains(target));
  if (!changed) return;
  ask(form);
  changed.showError(false);
  // What one looks at more closely changes the result that is there; the three questions ask anew.
  const staysShown = form.compiled.lookup && hasFeedback(form) && !isNeeded(form, changed);
  if (staysShown) showFeedback(form);
  else withdrawFeedback(form);
  save(form, [changed], Boolean(staysShown));
}

/**
 * From an error, or from an answer in the result, to its question.
 * @param {Form} form @param {Event} event
 */
function goToQuestion(form, event) {
  const link = hit(event, "a");
  const question = questionNamed(form, link?.closest("[data-for]")?.getAttribute("data-for") ?? undefined);
  if (!question) return;
  event.preventDefault();
  question.target.focus();
}

/**
 * Which decision follows what was chosen here: undefined before, null at the end of a story.
 * @param {Form} form
 */
export function followedBy(form) {
  return hasFeedback(form) ? form.compiled.then?.[String(form.questions[0].response)] : undefined;
}
