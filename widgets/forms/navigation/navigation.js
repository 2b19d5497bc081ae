// Which modules are started and which are done, from what this browser remembers.
import { whenChanged } from "../../memory/changes.js";
import { keyOf } from "../../memory/keys.js";
import { answersTo, recall } from "../../memory/storage.js";
import { all, maybe, one, written } from "../finding.js";

/** @param {HTMLElement} navigation @param {AbortSignal} [signal] */
export function wakeNavigation(navigation, signal) {
  const course = written(navigation, "course");
  const modules = all(navigation, "[data-questions]");
  const dots = all(navigation, "[data-dot]");

  function show() {
    showResume(course, modules);
    for (const module of modules) showState(module, stateOf(course, module));
    for (const [number, dot] of dots.entries()) dot.dataset.progress = modules[number].dataset.progress;
    const done = modules.filter(({ dataset }) => dataset.progress === "done").length;
    for (const number of all(navigation, "[data-done]")) number.textContent = String(done);
  }

  whenChanged(show, signal);
  show();
}

/** @param {HTMLElement} module @param {string} state */
function showState(module, state) {
  module.dataset.progress = state;
  for (const word of all(module, "[data-state]")) word.hidden = word.dataset.state !== state;
}

/** @param {string} course @param {HTMLElement} module */
function stateOf(course, module) {
  const records = written(module, "questions").split(" ").map((place) => recall(keyOf(course, place)));
  if (records.every((record) => record?.done)) return "done";
  return records.some(Boolean) ? "started" : "not-started";
}

/** @param {string} course @param {HTMLElement[]} modules */
function showResume(course, modules) {
  const resume = maybe(document, "[data-resume]", HTMLAnchorElement);
  // Only the home page has one; elsewhere every keystroke would read all answers for nothing.
  if (!resume) return;
  const module = resumed(course, modules);
  const link = module && maybe(module, "a", HTMLAnchorElement);
  resume.hidden = !link;
  if (!link) return;
  resume.href = link.href;
  one(resume, "[data-title]").textContent = link.textContent;
}

/**
 * The module last answered in, or if that is done the first after it that is not.
 * @param {string} course @param {HTMLElement[]} modules
 */
function resumed(course, modules) {
  const moduleOf = (/** @type {string} */ place) =>
    modules.find((module) => written(module, "forms").split(" ").includes(place.split("/")[0]));
  const latest = answersTo(course)
    .filter(([, record]) => record.at)
    .sort(([, left], [, right]) => (right.at ?? 0) - (left.at ?? 0))
    .map(([place]) => moduleOf(place))
    .find(Boolean);
  return latest && modules.slice(modules.indexOf(latest)).find((module) => stateOf(course, module) !== "done");
}
