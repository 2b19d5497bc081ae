// The plan: one commitment to begin with, more on request, first steps offered from the check.
import { whenChanged } from "../../memory/changes.js";
import { forgetThese } from "../../memory/forgetting.js";
import { checksIn } from "../../memory/history.js";
import { keyOf } from "../../memory/keys.js";
import { recall } from "../../memory/storage.js";
import { all, hit, one, written } from "../finding.js";

/** @param {HTMLElement} plan @param {AbortSignal} [signal] */
export function wakePlan(plan, signal) {
  const section = one(plan, "[data-form]");
  const commitments = all(section, "form");
  const asked = new Set([commitments[0]]);

  function show() {
    for (const commitment of commitments) {
      showCommitment(commitment, keysOf(section, commitment).some(isAnswered), asked.has(commitment));
    }
    one(section, "[data-another]").hidden = commitments.every((commitment) => !commitment.hidden);
  }

  /** @param {HTMLElement} commitment */
  function open(commitment) {
    asked.add(commitment);
    show();
  }

  one(section, "[data-another]").addEventListener("click", () => {
    const next = commitments.find(({ hidden }) => hidden);
    if (!next) return;
    open(next);
    firstInput(next).focus();
  });
  for (const commitment of commitments) wakeTakeOut(section, commitment);
  one(section, "[data-steps]").addEventListener("click", (event) => useStep(event, commitments, open));

  function showAll() {
    show();
    offerSteps(one(section, "[data-steps]"), commitments.some(isFree));
  }
  whenChanged(showAll, signal);
  showAll();
}

/** @param {HTMLElement} commitment @param {boolean} isWritten @param {boolean} isAsked */
function showCommitment(commitment, isWritten, isAsked) {
  commitment.hidden = !isWritten && !isAsked;
  one(commitment, "[data-take-out]").hidden = !isWritten;
  commitment.toggleAttribute("data-written", isWritten);
}

/** @param {HTMLElement} section @param {HTMLElement} commitment */
function wakeTakeOut(section, commitment) {
  one(commitment, "[data-take-out]").addEventListener("click", () => {
    forgetThese(keysOf(section, commitment));
    firstInput(commitment).focus();
  });
}

/** @param {HTMLElement} commitment */
function firstInput(commitment) {
  return one(commitment, "input");
}

/**
 * What a commitment will do is the one long text in it.
 * @param {HTMLElement} commitment
 */
function longText(commitment) {
  return one(commitment, "textarea", HTMLTextAreaElement);
}

/** @param {HTMLElement} commitment */
function isFree(commitment) {
  return !longText(commitment).value.trim();
}

/**
 * A step goes where nothing is written: what is written there stays.
 * @param {Event} event @param {HTMLElement[]} commitments @param {(commitment: HTMLElement) => void} open
 */
function useStep(event, commitments, open) {
  const step = hit(event, "button")?.previousElementSibling?.textContent;
  const free = step && commitments.find(isFree);
  if (!free) return;
  open(free);
  const text = longText(free);
  text.value = step;
  text.dispatchEvent(new Event("input", { bubbles: true }));
  text.focus();
}

/** @param {HTMLElement} steps @param {boolean} isRoom */
function offerSteps(steps, isRoom) {
  const offered = all(steps, "li");
  const led = checksIn(written(steps, "course"), written(steps, "keptAs")).at(-1)?.answers.get("step");
  for (const step of offered) step.hidden = step.dataset.stepOf !== led;
  steps.hidden = !isRoom || offered.every((step) => step.hidden);
}

/** @param {HTMLElement} section @param {HTMLElement} commitment */
function keysOf({ dataset: { course, form } }, commitment) {
  return all(commitment, "[data-question]").map(({ dataset }) => keyOf(course, `${form}/${dataset.question}`));
}

/** @param {string} key */
function isAnswered(key) {
  const response = recall(key)?.response;
  return Boolean(typeof response === "string" ? response.trim() : Array.isArray(response) && response.length);
}
