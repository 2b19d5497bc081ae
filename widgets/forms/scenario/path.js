// The way through a scenario: a decision shows once the one before it has led there.
import { whenChanged } from "../../memory/changes.js";
import { maybe, one } from "../finding.js";
import { followedBy } from "../form/form.js";
import { clear } from "../form/remembering.js";

/** @typedef {import("../form/answering.js").Form} Form */

/** @param {HTMLElement} section @param {Form[]} forms @param {AbortSignal} [signal] */
export function wakePath(section, forms, signal) {
  const restart = one(section, "[data-restart]");
  const show = () => showPath(forms, restart);
  wakeTurns(section, forms, show);

  restart.addEventListener("click", () => {
    forms.forEach(clear);
    show();
    forms[0].questions[0].first.focus();
  });

  maybe(section, "[data-skip]")?.addEventListener("click", (event) => {
    event.preventDefault();
    one(section, ".after").focus();
  });

  whenChanged(show, signal);
  show();
}

/** @param {Form[]} forms @param {HTMLElement} restart */
function showPath(forms, restart) {
  const named = (/** @type {string | null | undefined} */ id) => forms.find((form) => form.questions[0].id === id);
  const met = new Set();
  for (let form = forms.at(0); form; form = named(followedBy(form))) met.add(form);
  for (const form of forms) form.element.hidden = !met.has(form);
  restart.hidden = followedBy(forms[0]) === undefined;
}

/**
 * Whoever takes another turn meets what follows from there afresh; looking at it costs nothing.
 * @param {HTMLElement} section @param {Form[]} forms @param {() => void} show
 */
function wakeTurns(section, forms, show) {
  const turn = (/** @type {Form} */ form) => String(form.questions[0].response);
  const taken = new Map(forms.map((form) => [form, turn(form)]));
  section.addEventListener("submission", ({ target }) => {
    const at = forms.findIndex((form) => form.element === target);
    if (at < 0 || followedBy(forms[at]) === undefined) return;
    if (taken.get(forms[at]) !== turn(forms[at])) forms.slice(at + 1).forEach(clear);
    taken.set(forms[at], turn(forms[at]));
    show();
  });
}
