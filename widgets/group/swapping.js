// A page that is fetched anew takes the old one's place: nothing begun in it is lost, and it is heard.
import { all, maybe, one } from "../forms/finding.js";

const FIELDS = "input:not([type=hidden], [type=file]), textarea";
const HEADING = "#now";

/** @typedef {"sent" | "new"} Why */

/**
 * @param {string} html @param {Why} why @param {(main: HTMLElement) => void} wake
 * @returns {HTMLElement} the main part that is there now
 */
export function swap(html, why, wake) {
  const main = one(document, "main");
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const next = document.adoptNode(one(parsed, "main"));
  const begun = why === "new" ? begunIn(main) : [];
  const focused = document.activeElement?.id ?? "";
  const hadFocus = main.contains(document.activeElement) && document.activeElement !== main;
  const opened = why === "new" ? all(main, "details[open][id]", HTMLDetailsElement) : [];
  for (const open of opened) openAgain(next, open.id);
  main.replaceWith(next);
  one(document, "[data-heard]").textContent = "";
  document.title = parsed.title;
  wake(next);
  for (const field of begun) beginAgain(next, field, main.dataset.asked === next.dataset.asked);
  if (why === "sent") afterSending(next);
  else tell(main, next, hadFocus, focused);
  return next;
}

/** @param {HTMLElement} main @returns {HTMLInputElement | null} an answer that is chosen and was not sent */
export function unsent(main) {
  const chosen = maybe(main, "input[name=said]:checked", HTMLInputElement);
  return chosen?.defaultChecked ? null : chosen;
}

/** @param {HTMLElement} main */
function begunIn(main) {
  return all(main, FIELDS).filter((field) =>
    field instanceof HTMLInputElement && /radio|checkbox/.test(field.type)
      ? field.checked !== field.defaultChecked && field.checked
      : value(field) !== value(field, true),
  );
}

/** @param {HTMLElement} field */
function value(field, asDrawn = false) {
  const { value: now, defaultValue } = /** @type {HTMLInputElement | HTMLTextAreaElement} */ (field);
  return asDrawn ? defaultValue : now;
}

/**
 * What was chosen for another question is no answer to this one.
 * @param {HTMLElement} main @param {HTMLElement} begun @param {boolean} asksTheSame
 */
function beginAgain(main, begun, asksTheSame) {
  const field = begun.id ? document.getElementById(begun.id) : null;
  if (!main.contains(field) || !(begun instanceof HTMLInputElement || begun instanceof HTMLTextAreaElement)) return;
  if (begun.name === "said" && !asksTheSame) return;
  if (field instanceof HTMLInputElement && begun instanceof HTMLInputElement && begun.type === "radio") {
    if (field.value === begun.value) field.checked = true;
  } else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = begun.value;
}

/** @param {HTMLElement} main @param {string} id */
function openAgain(main, id) {
  const details = maybe(main, `#${id}`, HTMLDetailsElement);
  if (details) details.open = true;
}

/** @param {HTMLElement} main */
function afterSending(main) {
  const shown = maybe(main, "[data-problem]") ?? maybe(main, "#sent") ?? maybe(main, HEADING);
  shown?.focus();
  shown?.scrollIntoView({ block: "nearest" });
}

/**
 * A new question takes the focus. Any other change is said once, and leaves the focus where it is.
 * @param {HTMLElement} before @param {HTMLElement} now @param {boolean} hadFocus @param {string} focused
 */
function tell(before, now, hadFocus, focused) {
  const heading = maybe(now, HEADING);
  const isAsked = now.dataset.asked && now.dataset.asked !== before.dataset.asked;
  const same = hadFocus && focused ? document.getElementById(focused) : null;
  const target = isAsked || (hadFocus && !same) ? heading : same;
  target?.focus({ preventScroll: target === same });
  // What has the focus is heard by that.
  const shown = [heading, maybe(now, ".closing"), maybe(now, "[data-not-sent]")].filter((each) => each !== target);
  const said = shown.map((each) => each?.textContent?.trim());
  one(document, "[data-heard]").textContent = said.filter(Boolean).join(" ");
}
