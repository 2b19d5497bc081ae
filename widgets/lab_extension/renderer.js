// Draws an output of the course: its HTML, cleaned, and woken with the same scripts as everywhere.
import { CHANGE_COMPONENTS } from "../forms/change_components.js";
import { TEMPLATE_COMPONENTS } from "../forms/template_components.js";
import { wake } from "../forms/wake.js";
import { clean } from "./cleaner.js";
import { tellerOf } from "./kernel.js";
import { leadLinks } from "./leading_links.js";
import { htmlOf } from "./ours.js";

/**
 * @typedef {object} Around
 * @property {any} panel the notebook's
 * @property {any} services
 * @property {(name: string) => void} openBeside
 * @property {() => void} mark
 */
/** @typedef {{ data: Record<string, any>, trusted: boolean }} Output */

class Drawing {
  /** @param {HTMLElement} node @param {Around} around */
  constructor(node, around) {
    this.node = node;
    this.around = around;
    this.ending = new AbortController();
    this.tell = /** @type {import("../forms/form/form.js").Tell} */ (() => {});
    // Where a form failed to wake, the browser would leave JupyterLab for it.
    node.addEventListener("submit", (event) => event.preventDefault(), { capture: true });
    leadLinks(node, around.openBeside);
  }

  /** @param {Output} output */
  draw(output) {
    this.end();
    this.ending = new AbortController();
    this.tell = tellerOf(this.around.panel.sessionContext, this.around.services, output, this.ending.signal);
    this.around.mark();
    this.node.replaceChildren(clean(htmlOf(output.data)));
  }

  wake() {
    wake(this.node, { ...TEMPLATE_COMPONENTS, ...CHANGE_COMPONENTS }, { tell: this.tell, signal: this.ending.signal });
  }

  end() {
    this.ending.abort();
  }
}

/** @param {any} Widget Lumino's @returns {any} */
export function drawnOf(Widget) {
  return class Drawn extends Widget {
    /** @param {Around} around */
    constructor(around) {
      super();
      this.addClass("coproduction-drawn");
      this.drawing = new Drawing(this.node, around);
    }

    /** @param {Output} output */
    async renderModel({ data, trusted }) {
      this.drawing.draw({ data, trusted });
      if (this.isAttached) this.drawing.wake();
    }

    // Only on the page is it plain which other forms are there.
    onAfterAttach() {
      this.drawing.wake();
    }

    dispose() {
      this.drawing.end();
      super.dispose();
    }
  };
}
