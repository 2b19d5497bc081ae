// Elements for other people's pages: <coproduction-readiness-check> and <coproduction-quiz quiz="…">.
import "../../memory/on_page_only.js";
import { wakeEmbed } from "../../forms/embed/embed.js";
import { wear } from "../../forms/wearing.js";

/** @typedef {{ style: string, check: string }} Held */
/** @typedef {Document & { coproductionQuizzes?: Record<string, string> }} WithQuizzes */

// Python puts the check and its style in this place.
const HELD = /** @type {Held} */ (/** @type {unknown} */ ("HELD"));
const page = /** @type {WithQuizzes} */ (document);
const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href;

class Embedded extends HTMLElement {
  connectedCallback() {
    this.draw();
  }

  /** @returns {string | undefined} */
  get html() {
    return HELD.check;
  }

  /** @param {string} name @param {object} [detail] */
  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  draw() {
    const { html } = this;
    if (html === undefined || this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    wear(root, HELD.style);
    root.innerHTML = html;
    wakeEmbed(root, (name, detail) => this.tell(name, detail), this.hasAttribute("may-ask"), script);
  }
}

class EmbeddedQuiz extends Embedded {
  /** @override */
  connectedCallback() {
    super.connectedCallback();
    // Its quiz may come with a script after this one.
    document.addEventListener("coproduction-quiz", () => this.draw());
  }

  /** @override @returns {string | undefined} */
  get html() {
    return page.coproductionQuizzes?.[this.getAttribute("quiz") ?? ""];
  }
}

define("coproduction-readiness-check", Embedded);
define("coproduction-quiz", EmbeddedQuiz);

/** @param {string} name @param {CustomElementConstructor} element */
function define(name, element) {
  if (!customElements.get(name)) customElements.define(name, element);
}
