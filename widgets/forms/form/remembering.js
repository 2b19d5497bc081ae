// What a form was answered: kept with each change, shown again when it is drawn or kept elsewhere.
import { announce } from "../../memory/changes.js";
import { OWN_DEVICE } from "../../memory/keys.js";
import { recall } from "../../memory/storage.js";
import { ask, isAsked, isNeeded, showErrors } from "./answering.js";
import { hasFeedback, hideFeedback, showFeedback } from "./feedback.js";

/** @typedef {import("./answering.js").Form} Form */
/** @typedef {import("./question.js").Question} Question */

/** @param {Form} form @param {Question[]} changed @param {boolean} checked */
export function save({ element }, changed, checked) {
  for (const question of changed) {
    question.save(checked);
    announce(question.key, element);
  }
}

/**
 * Shows what is kept; answers whether there is feedback to it.
 * @param {Form} form
 */
export function restore(form) {
  const { questions } = form;
  const restored = new Map(questions.map((question) => [question, question.restore()]));
  ask(form);
  // What the three questions come to stands, whatever became of what one looked at more closely.
  const counted = form.compiled.lookup ? questions.filter((each) => isNeeded(form, each)) : questions;
  const isChecked = (/** @type {Question} */ question) =>
    question.answered
      ? (restored.get(question) && !question.isWrong) || !isAsked(question)
      : !isNeeded(form, question);
  showErrors(form, []);
  if (counted.every(isChecked) && counted.some((question) => question.answered)) showFeedback(form, true);
  else hideFeedback(form);
  return hasFeedback(form);
}

/** @param {Form} form */
export function clear(form) {
  for (const question of form.questions) question.response = [];
  ask(form);
  showErrors(form, []);
  hideFeedback(form);
  save(form, form.questions.filter(({ key }) => recall(key)), false);
}

/**
 * Shows what was kept elsewhere; answers whether what was checked here is forgotten.
 * @param {Form} form @param {string | null} key @param {Element | null} from
 */
export function follow(form, key, from) {
  const isOurs = [null, OWN_DEVICE].includes(key) || form.questions.some((question) => question.key === key);
  if (!isOurs || from === form.element) return false;
  const hadFeedback = hasFeedback(form);
  return !restore(form) && hadFeedback && !form.questions.some((question) => question.answered);
}
