// The way through the course beside its notebooks: what the open lesson shows of it, at the left.
import { all, maybe } from "../forms/finding.js";
import { isOurs, shownIn } from "./ours.js";

const ID = "coproduction-lessons";
const NAVIGATION = "data-navigation";
// Beside JupyterLab's own panels a stranger's asks for nothing, and leads to notebooks alone.
const ASKING = ":is(form,input,select,textarea,button,a:not([href$='.ipynb']))";
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
    this.html = "";
  }

  /** Of whichever notebook is looked at; one that shows no way leaves what is there. */
  follow() {
    const isOpen = (/** @type {any} */ panel) => !panel.isDisposed && isOurs(panel.content.model);
    if (!this.tracker.find(isOpen)) return this.take("");
    const panel = this.tracker.currentWidget;
    const html = shownIn(panel?.content.model).find((shown) => shown.includes(NAVIGATION));
    if (html && html !== this.html) this.put(panel, html);
    else this.mark(panel);
  }

  /** @param {any} panel the notebook in front, which may not be one of the course's */
  mark(panel) {
    if (!this.shown) return;
    const name = panel?.context.path.split("/").pop();
    for (const link of all(this.shown.node, "li>a", HTMLAnchorElement))
      if (link.getAttribute("href") === name) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
  }

  /** @param {any} panel @param {string} html */
  async put(panel, html) {
    const wasOpen = Boolean(this.shown?.isVisible);
    this.take(html);
    const drawn = (this.shown = this.drawnFor(panel));
    await drawn.renderModel({ data: { "text/html": html }, trusted: false });
    const name = leaveOnly(drawn.node)?.getAttribute("aria-label");
    if (!name || drawn !== this.shown) return;
    drawn.id = ID;
    drawn.title.label = drawn.title.caption = name;
    this.app.shell.add(drawn, "left", { rank: RANK });
    if (wasOpen) this.app.shell.activateById(ID);
  }

  /** @param {string} html what is shown in its place */
  take(html) {
    this.shown?.dispose();
    this.shown = null;
    this.html = html;
  }
}

/**
 * Of all that is drawn of an output, the way, unfolded.
 * @param {HTMLElement} node @returns {HTMLElement | null}
 */
function leaveOnly(node) {
  const way = maybe(node, `[${NAVIGATION}]`);
  if (!way) return null;
  way.parentElement?.replaceChildren(way);
  // The lesson has a landmark of this name already.
  way.setAttribute("role", "group");
  for (const folded of all(way, "details", HTMLDetailsElement)) folded.open = true;
  const beside = maybe(way, "template[data-beside]", HTMLTemplateElement);
  beside?.replaceWith(beside.content);
  for (const asking of all(way, ASKING)) asking.remove();
  return way;
}
