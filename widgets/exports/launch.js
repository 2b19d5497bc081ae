// The first page of a SCORM package: it says what is told, frames the course, and tells it.
import { all, one, written } from "../forms/finding.js";
import { whenChanged } from "../memory/changes.js";
import { keyOf } from "../memory/keys.js";
import { parsed } from "../memory/storage.js";
import { Attempt } from "./attempt.js";
import { remembered, watch } from "./course_frame.js";

const DONE = ["completed", "passed"];
const SUSPENDED = "cmi.suspend_data";
const STATUS = "cmi.core.lesson_status";
const PLACE = "cmi.core.lesson_location";

const launch = document.body;
const course = written(launch, "course");
const pages = written(launch, "pages").split(" ");
const modules = all(launch, "[data-module]");
const frame = one(launch, "iframe", HTMLIFrameElement);
const opening = one(launch, "[data-open]", HTMLAnchorElement);
const root = new URL(".", opening.href);

const attempt = new Attempt();
const began = attempt.get(STATUS);
const kept = parsed(attempt.get(SUSPENDED)) ?? {};
const done = new Set([kept.done].flat());
let page = pageNamed(kept.page) || pageNamed(attempt.get(PLACE));

function tell() {
  for (const module of modules) if (isDone(module)) done.add(written(module, "module"));
  const ids = modules.map((module) => written(module, "module")).filter((id) => done.has(id));
  const isWhole = ids.length === modules.length;
  attempt.tell({
    [SUSPENDED]: JSON.stringify({ version: 1, page, done: ids, of: modules.length }),
    [PLACE]: page,
    // From the first on: whoever's window is killed goes on as whoever left.
    "cmi.core.exit": "suspend",
    [STATUS]: DONE.includes(began) ? began : isWhole ? DONE[0] : "incomplete",
  });
  show();
}

/** @param {HTMLElement} module */
function isDone(module) {
  const places = written(module, "questions").split(" ");
  return places.every((place) => remembered(frame, keyOf(course, place))?.done);
}

// Whatever a system gives back, only a page of the course is opened.
/** @param {unknown} name */
function pageNamed(name) {
  return pages.find((known) => known === name) ?? "";
}

function show() {
  for (const module of modules) {
    one(module, "[data-done]").hidden = !done.has(written(module, "module"));
  }
  const when = frame.src ? "back" : DONE.includes(began) ? "review" : page ? "resume" : "start";
  for (const label of all(opening, "[data-when]")) label.hidden = label.dataset.when !== when;
  const said = attempt.failed ? "not-taken" : attempt.exists ? "" : "alone";
  for (const saying of all(launch, "[data-said]")) saying.hidden = saying.dataset.said !== said;
}

/** @param {boolean} isOpen */
function turn(isOpen) {
  launch.toggleAttribute("data-reading", isOpen);
  one(launch, "h1").classList.toggle("unseen", isOpen);
  one(launch, ".told").hidden = isOpen;
  one(launch, ".bar").hidden = frame.hidden = !isOpen;
}

opening.addEventListener("click", (event) => {
  event.preventDefault();
  if (!frame.src) frame.src = new URL(page || pages[0], root).href;
  turn(true);
  frame.focus();
});

one(launch, "[data-notice]").addEventListener("click", () => {
  turn(false);
  show();
  one(launch, "h1").focus();
});

watch(frame, root, {
  opened: (name) => {
    page = pageNamed(name) || page;
    tell();
  },
  changed: tell,
  leaving: () => attempt.end(),
});
whenChanged(tell);
document.addEventListener("visibilitychange", tell);
window.addEventListener("pagehide", () => attempt.end());
// A page that comes back from a browser's memory has ended its attempt.
window.addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
tell();
