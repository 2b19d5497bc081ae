// The way through the course beside its notebooks: what the open lesson says of it, at the left.
import { all, maybe } from "../forms/finding.js";

const ID = "coproduction-lessons";
const NAVIGATION = "[data-navigation]";
const HTML = "text/html";
// Below what JupyterLab has there.
const RANK = 900;

export class Lessons {
  /** @param {any} app @param {any} tracker @param {(panel: any) => any} drawnFor */
  constructor(app, tracker, drawnFor) {
    this.app = app;
    this.tracker = tracker;
    this.drawnFor = drawnFor;
    /** @type {any} */
    this.shown = null;
  }

  /**
   * Another notebook's way replaces what is shown; one that has none leaves it.
   * @param {any} panel @param {string} html an output of it
   */
  async show(panel, html) {
    if (!html.includes(NAVIGATION.slice(1, -1)) || this.html === html) return;
    this.html = html;
    const drawn = this.drawnFor(panel);
    await drawn.renderModel({ data: { [HTML]: html }, trusted: false });
    const navigation = leaveOnly(drawn.node);
    if (navigation) this.put(drawn, navigation);
  }

  /** @param {any} drawn @param {HTMLElement} navigation */
  put(drawn, navigation) {
    const wasOpen = Boolean(this.shown?.isVisible);
    this.shown?.dispose();
    this.shown = drawn;
    drawn.id = ID;
    drawn.title.label = drawn.title.caption = navigation.getAttribute("aria-label") ?? "";
    this.app.shell.add(drawn, "left", { rank: RANK });
    if (wasOpen) this.app.shell.activateById(ID);
  }

  hideUnlessOurs() {
    if (this.tracker.find((/** @type {any} */ panel) => panel.hasClass("coproduction-notebook"))) return;
    this.shown?.dispose();
    this.shown = this.html = null;
  }
}

/** @param {HTMLElement} node what is drawn of an output @returns {HTMLElement | null} */
function leaveOnly(node) {
  const navigation = maybe(node, NAVIGATION);
  if (!navigation) return null;
  for (const child of all(node, ":scope > .coproduction > *")) if (child !== navigation) child.remove();
  for (const folded of all(navigation, "details", HTMLDetailsElement)) folded.open = true;
  const beside = maybe(navigation, "template[data-beside]", HTMLTemplateElement);
  beside?.replaceWith(beside.content);
  return navigation;
}
