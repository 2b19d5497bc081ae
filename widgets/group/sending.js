// An answer is sent without leaving the page, and again by itself until a server has said that it has it.
import { copyOf, maybe, one, written } from "../forms/finding.js";
import { keep, keptOf } from "./receipt.js";

const AGAIN = 3_000;
const LATER = 400;

/**
 * What waits to be sent: sent twice it counts once, as the receipt in it is the same.
 * @typedef {object} Waiting
 * @property {string} address
 * @property {string} body
 * @property {string} text what was chosen, as it stands on the page
 * @property {boolean} clears whether the phone is then cleared
 */

/** @typedef {(answer: { html: string, address: string }, sent: Waiting) => void} Arrived */

export class Sender {
  /** @param {string} code @param {Arrived} arrived */
  constructor(code, arrived) {
    this.code = code;
    this.arrived = arrived;
    this.isSending = false;
    this.again = 0;
    addEventListener("online", () => this.send());
    document.addEventListener("submit", (event) => this.take(event));
  }

  get waiting() {
    return keptOf(this.code).waiting;
  }

  /** @param {SubmitEvent} event */
  take(event) {
    const form = /** @type {HTMLFormElement} */ (event.target);
    if (!form.matches("[data-sends]")) return;
    event.preventDefault();
    keep(this.code, { waiting: waitingIn(form, /** @type {HTMLButtonElement | null} */ (event.submitter)) });
    this.send();
  }

  async send() {
    const { waiting } = this;
    if (!waiting || this.isSending) return;
    clearTimeout(this.again);
    this.isSending = true;
    const answer = await posted(waiting);
    this.isSending = false;
    // What was changed meanwhile is what counts.
    const isChanged = this.waiting?.body !== waiting.body;
    if (!answer) this.wait();
    else if (isChanged) this.send();
    else {
      keep(this.code, { waiting: undefined });
      this.arrived(answer, waiting);
    }
  }

  wait() {
    this.tell();
    this.again = window.setTimeout(() => this.send(), AGAIN + Math.random() * LATER);
  }

  /** Say that something waits, on a page that may be new. */
  tell() {
    const place = maybe(document, "[data-not-sent]");
    if (!place || !this.waiting || place.hasChildNodes()) return;
    place.replaceChildren(copyOf(document, "[data-not-sent-words]"));
    // It stands in what is swapped, where nothing that comes with the page is heard.
    one(document, "[data-heard]").textContent = place.textContent;
  }
}

/** @param {HTMLFormElement} form @param {HTMLButtonElement | null} pressed @returns {Waiting} */
function waitingIn(form, pressed) {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) body.append(name, String(value));
  const button = pressed ?? one(form, "button", HTMLButtonElement);
  if (button.name) body.append(button.name, button.value);
  const chosen = maybe(form, "input[name=said]:checked", HTMLInputElement);
  const text = chosen?.labels?.[0].textContent ?? "";
  return { address: form.action, body: body.toString(), text, clears: "clears" in form.dataset };
}

/** @param {Waiting} waiting */
async function posted({ address, body }) {
  try {
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    const response = await fetch(address, { method: "POST", headers, body });
    // A server that is busy, or starting again, has not taken it.
    if (response.status === 429 || response.status >= 500) return null;
    const html = await response.text();
    return isOurs(html) ? { html, address: response.url } : null;
  } catch {
    return null;
  }
}

/**
 * A network that wants to be paid or agreed to first answers in our place.
 * @param {string} html
 */
export function isOurs(html) {
  return html.includes("<main") && html.includes("data-heard");
}

/**
 * An answer that came when its round had closed stays on this phone, marked as not counted.
 * @param {HTMLElement} main @param {string} code
 */
export function showLate(main, code) {
  const place = maybe(main, "[data-late-of]");
  const { late } = keptOf(code);
  if (!place || late?.of !== written(place, "lateOf")) return;
  one(place, "[data-late]").textContent = late.text;
  place.hidden = false;
}
