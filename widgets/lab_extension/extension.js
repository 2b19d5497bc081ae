// What the extension does in each notebook: it draws what this package stored there.
import { dress } from "./dress.js";
import { MIME, isOurs } from "./ours.js";
import { Lessons } from "./panel.js";
import { drawnOf } from "./renderer.js";
import { stayClean } from "./staying_clean.js";

// Before a widget's view, which needs a kernel, and before the HTML, which sleeps.
const RANK = -20;

/** @param {{ notebook: any, services: any, lumino: any }} modules */
export function extensionOf({ notebook, services, lumino }) {
  const Drawn = drawnOf(lumino.Widget);

  /** @param {any} app @param {any} tracker */
  function activate(app, tracker) {
    // Voilà loads whatever JupyterLab does, and has no notebooks.
    if (!tracker) return;
    const drawnFor = (/** @type {any} */ panel) => new Drawn(around(app, panel, services));
    const lessons = new Lessons(app, tracker, drawnFor);
    const settle = (/** @type {any} */ panel) => {
      const factory = { safe: true, mimeTypes: [MIME], createRenderer: () => drawnFor(panel) };
      panel.content.rendermime.addFactory(factory, RANK);
      panel.context.ready.then(() => {
        greet(panel);
        lessons.follow();
      });
      panel.disposed.connect(() => lessons.follow());
    };
    tracker.forEach(settle);
    tracker.widgetAdded.connect((/** @type {unknown} */ _, /** @type {any} */ panel) => settle(panel));
    tracker.currentChanged.connect(() => lessons.follow());
  }

  return { id: "co-production-course:notebooks", autoStart: true, optional: [notebook.INotebookTracker], activate };
}

/** @param {any} panel */
function greet({ node, content: { model } }) {
  if (!isOurs(model)) return;
  dress(node);
  stayClean(model);
}

/** @param {any} app @param {any} panel @param {any} services @returns {import("./renderer.js").Around} */
function around(app, panel, services) {
  const folder = panel.context.path.split("/").slice(0, -1);
  const openBeside = (/** @type {string} */ name) =>
    app.commands.execute("docmanager:open", { path: [...folder, name].join("/") });
  return { panel, services, openBeside, mark: () => dress(panel.node) };
}
