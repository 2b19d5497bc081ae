// What surrounds the forms of a quiz, a scenario or the check: waking, the device, forgetting.
import { announce, whenChanged } from "../../memory/changes.js";
import { forgetThese } from "../../memory/forgetting.js";
import { historyOf } from "../../memory/history.js";
import { OWN_DEVICE } from "../../memory/keys.js";
import { answerOwnDevice, settle } from "../../memory/own_device.js";
import { isOwnDevice, onDevice, ownDevice } from "../../memory/storage.js";
import { all, copyOf, hit, maybe, one, written } from "../finding.js";
import { wakePath } from "../scenario/path.js";
import { hasFeedback } from "./feedback.js";
import { wakeForm } from "./form.js";

/** @typedef {import("./form.js").Form} Form */
/** @typedef {import("./question.js").Question} Question */

/** @param {HTMLElement} section @param {import("./form.js").Tell} tell @param {AbortSignal} [signal] */
export function wakeSection(section, tell, signal) {
  const settled = settle();
  const forms = all(section, "form").map((form) => wakeForm(form, section, tell, signal));
  const questions = forms.flatMap((form) => form.questions);
  if (maybe(section, "[data-restart]")) wakePath(section, forms, signal);
  one(section, "[data-asleep]").hidden = true;
  sayWhetherKept(section, settled);
  wakeForgetting(section, questions);
  wakeOwnDevice(section, forms, signal);
}

/** @param {HTMLElement} section @param {boolean} kept */
function sayWhetherKept(section, kept) {
  one(section, "[data-not-kept]").hidden = kept && Boolean(onDevice);
}

/** @param {HTMLElement} section @param {Question[]} questions */
function wakeForgetting(section, questions) {
  const forgetting = one(section, "[data-forget]", HTMLDetailsElement);
  const status = one(forgetting, "[role=status]");
  const hush = () => status.replaceChildren();
  one(forgetting, "button").addEventListener("click", () => {
    const checks = historyOf(written(section, "course"), written(section, "form"));
    forgetThese([...questions.map(({ key }) => key), ...checks], true);
    status.replaceChildren(copyOf(forgetting));
  });
  forgetting.addEventListener("toggle", () => forgetting.open || hush());
  section.addEventListener("input", hush);
}

/**
 * Asked after the first answer and below it: before, there is nothing to keep.
 * @param {HTMLElement} section @param {Form[]} forms @param {AbortSignal} [signal]
 */
function wakeOwnDevice(section, forms, signal) {
  const asking = one(section, "[data-own-device]");
  const answered = () => forms.findLast(hasFeedback);

  function show() {
    const form = answered();
    if (ownDevice() || !form) asking.hidden = true;
    else if (mayAsk()) ask(section, asking, form);
  }

  // A widget is put on the page after it is woken; only then is it plain whether another asks.
  requestAnimationFrame(show);
  section.addEventListener("submission", show);
  asking.addEventListener("click", (event) => {
    const answer = hit(event, "button", HTMLButtonElement)?.value;
    if (!answer) return;
    one(section, "[data-not-kept]").hidden = answerOwnDevice(answer);
    announce(OWN_DEVICE, asking);
    asking.hidden = true;
    const form = answered();
    const heading = form && maybe(form.region, "[tabindex]", HTMLElement);
    if (form) (heading ?? one(form.element, "[data-check]", HTMLElement)).focus();
  });
  whenChanged((key) => {
    if (key === OWN_DEVICE && isOwnDevice()) sayWhetherKept(section, settle());
    // Whoever forgets their last answer is asked again after the next.
    show();
  }, signal);
}

/**
 * Never between one decision of a story and the next.
 * @param {HTMLElement} section @param {HTMLElement} asking @param {Form} form
 */
function ask(section, asking, { region }) {
  if (asking.hidden && !maybe(section, "[data-restart]")) region.after(asking);
  asking.hidden = false;
}

// It is asked once on a page, and only where a device can keep anything.
function mayAsk() {
  return Boolean(onDevice) && !maybe(document, "[data-own-device]:not([hidden])");
}
