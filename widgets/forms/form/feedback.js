// What a form says to its answers, put together of the texts that Python wrote.
import { hideResult, sayWithdrawn, showResult } from "../check/result.js";
import { all, copyOf, inOne } from "../finding.js";
import { isAsked, questionNamed, responsesTo } from "./answering.js";
import { fittingPassages, outcomeOf } from "./outcomes.js";

/** @typedef {import("./answering.js").Form} Form */

/** @param {Form} form */
export function hasFeedback({ region }) {
  return region.childElementCount > 0;
}

/** @param {Form} form @param {boolean} [isRestored] what stands there already is then not said again */
export function showFeedback(form, isRestored) {
  const { compiled, again } = form;
  if (compiled.lookup) showResult(form);
  else showTexts(form, isRestored);
  fillIn(form);
  if (again) again.hidden = false;
}

/** @param {Form} form @param {boolean | undefined} isRestored */
function showTexts(form, isRestored) {
  const { element, compiled, region } = form;
  const ids = compiled.passages.length ? fittingPassages(compiled.passages, responsesTo(form)) : outcomesOf(form);
  const shown = ids.join();
  if (isRestored && hasFeedback(form) && region.dataset.shown === shown) return;
  region.dataset.shown = shown;
  region.replaceChildren(inOne(...ids.map((id) => copyOf(element, `[data-text="${id}"]`))));
}

/** @param {Form} form */
export function hideFeedback(form) {
  const { compiled, region, again } = form;
  if (compiled.lookup) hideResult(form);
  else region.replaceChildren();
  if (again) again.hidden = true;
}

/**
 * Takes away what was said of other answers; where it stood far from the answer, that is said.
 * @param {Form} form
 */
export function withdrawFeedback(form) {
  const wasShown = hasFeedback(form);
  hideFeedback(form);
  if (wasShown && form.compiled.lookup) sayWithdrawn(form);
}

/** @param {Form} form the ids of the texts that follow from each answer */
function outcomesOf({ questions, compiled: { outcomes, then } }) {
  const found = questions.map(({ id, response }) => ({ id, ...outcomeOf(outcomes[id], response) }));
  const ids = found.flatMap(({ id, result, feedback }) => [
    `result/${result}`,
    ...feedback.map((text) => `${id}/${text}`),
  ]);
  if (then) ids.push(`onward/${then[String(questions[0].response)] ? "next" : "end"}`);
  return ids;
}

/**
 * What was said in answer to a question, where its words are shown again; nothing said shows nothing.
 * @param {Form} form
 */
function fillIn(form) {
  const { element } = form;
  for (const place of all(element, "[data-said]")) {
    const question = questionNamed(form, place.dataset.said);
    place.textContent = question && isAsked(question) ? question.said : "";
  }
  for (const pair of all(element, "[data-pair]")) {
    pair.hidden = all(pair, "[data-said]").every((place) => !place.textContent);
  }
}
