// One step at a time: by the links, by a clicker's keys, and by arrows outside of controls.
import { all, hit, maybe, one } from "../finding.js";

const CONTROLS = "input, select, textarea, button, a[href]";
const CLICKER = { PageDown: ".way-on", PageUp: ".way-back" };
// Pixels that no line of text hides in.
const A_LITTLE = 8;
const ARROWS = { ArrowRight: ".way-on", ArrowLeft: ".way-back" };

/** @param {HTMLElement} session @param {() => void} moved called when one has gone on */
export function wakeSteps(session, moved) {
  const steps = all(session, "[data-step]");
  show(steps, named(steps, location.hash) ?? steps[0]);
  const go = (/** @type {string} */ hash) => {
    const step = named(steps, hash);
    if (!step) return false;
    moved();
    // No entry for each step: the browser's own way back leads out of the session.
    history.replaceState(history.state, "", hash);
    show(steps, step);
    one(step, "h2").focus({ preventScroll: true });
    scrollTo(0, 0);
    return true;
  };
  session.addEventListener("click", (event) => {
    const link = hit(event, "a[href^='#']", HTMLAnchorElement);
    if (link && go(link.hash)) event.preventDefault();
  });
  document.addEventListener("keydown", (event) => press(event, steps, go));
  addEventListener("hashchange", () => go(location.hash));
}

/**
 * @param {KeyboardEvent} event @param {HTMLElement[]} steps @param {(hash: string) => void} go
 */
function press(event, steps, go) {
  const selector = wayOf(event);
  if (!selector || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  // On a small or enlarged window a step may be longer than it: first the rest of it.
  if (event.key in CLICKER && hasMore(event.key)) return;
  event.preventDefault();
  const here = steps.find((step) => !step.hidden);
  const way = here && maybe(here, selector, HTMLAnchorElement);
  // A key held down would run through the meeting.
  if (way && !event.repeat) go(way.hash);
}

/** @param {string} key */
function hasMore(key) {
  const below = document.documentElement.scrollHeight - innerHeight - scrollY;
  return (key === "PageDown" ? below : scrollY) > A_LITTLE;
}

/** @param {KeyboardEvent} event @returns {string | undefined} */
function wayOf(event) {
  const isInControl = event.target instanceof Element && event.target.closest(CONTROLS);
  /** @type {Record<string, string>} */
  const ways = isInControl ? CLICKER : { ...CLICKER, ...ARROWS };
  return ways[event.key];
}

/** @param {HTMLElement[]} steps @param {HTMLElement} shown */
function show(steps, shown) {
  for (const step of steps) step.hidden = step !== shown;
}

/** @param {HTMLElement[]} steps @param {string} hash */
function named(steps, hash) {
  return steps.find((step) => `#${step.id}` === hash);
}
