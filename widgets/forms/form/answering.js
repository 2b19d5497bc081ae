// What a form asks: which of its questions, and what is missing.
import { all, maybe, one } from "../finding.js";
import { meetsAny } from "./outcomes.js";
import { Question } from "./question.js";

/**
 * @typedef {object} Form
 * @property {HTMLElement} element
 * @property {Question[]} questions
 * @property {import("./outcomes.js").Compiled} compiled
 * @property {HTMLElement} region where the feedback stands
 * @property {HTMLElement | null} again the button to try it again
 */

/** @param {HTMLElement} element @param {HTMLElement} section @returns {Form} */
export function readForm(element, section) {
  return {
    element,
    questions: all(element, "[data-question]").map((question) => new Question(question, section)),
    compiled: JSON.parse(one(element, "[data-outcomes]").textContent ?? ""),
    region: one(element, "[data-feedback]"),
    again: maybe(element, "[data-again]"),
  };
}

/** @param {Form} form @param {string | undefined} id */
export function questionNamed({ questions }, id) {
  return questions.find((question) => question.id === id);
}

/** @param {Question} question */
export function isAsked(question) {
  return !question.element.hidden;
}

/** @param {Form} form @param {Question} question */
export function isNeeded({ compiled }, question) {
  return isAsked(question) && !compiled.optional.includes(question.id);
}

/** @param {Form} form @param {(question: Question) => boolean} [isMeant] */
export function responsesTo({ questions }, isMeant = (question) => question.mayBeShown) {
  const given = questions.filter((question) => isAsked(question) && isMeant(question));
  return Object.fromEntries(given.map((question) => [question.id, question.response]));
}

/**
 * Some questions are only asked of whoever gave certain answers to those before them.
 * @param {Form} form
 */
export function ask(form) {
  const given = responsesTo(form);
  for (const { id, element } of form.questions) {
    const conditions = form.compiled.asked_when[id];
    if (conditions) element.hidden = !meetsAny(conditions, given);
  }
}

/** @param {Form} form */
export function missingFrom(form) {
  return form.questions.filter(
    (question) => (isNeeded(form, question) && !question.answered) || (isAsked(question) && question.isWrong),
  );
}

/** @param {Form} form @param {Question[]} missing */
export function showErrors({ element, questions }, missing) {
  const summary = one(element, "[data-errors]");
  for (const question of questions) {
    const isMissing = missing.includes(question);
    question.showError(isMissing);
    const line = maybe(summary, `[data-for="${question.id}"]`);
    if (line) line.hidden = !isMissing;
  }
  summary.hidden = !missing.length;
  return summary;
}
