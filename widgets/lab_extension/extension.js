// What the extension does in each notebook: it draws what this package stored there.
import { dress } from "./dress.js";
import { MIME, isOurs } from "./ours.js";
import { drawnOf } from "./renderer.js";
import { stayClean } from "./staying_clean.js";

// Before a widget's view, which needs a kernel, and before the HTML, which sleeps.
const RANK = -20;

/** @param {{ notebook: any, services: any, lumino: any }} modules */
export function extensionOf({ notebook, services, lumino }) {
  const Drawn = drawnOf(lumino.Widget);

  /** @param {any} app @param {any} tracker */
  function activate(app, tracker) {
    const settle = (/** @type {any} */ panel) => {
      const mark = () => dress(panel.node);
      const openBeside = (/** @type {string} */ name) => open(app, panel, name);
      const createRenderer = () => new Drawn({ panel, services, openBeside, mark });
      panel.content.rendermime.addFactory({ safe: true, mimeTypes: [MIME], createRenderer }, RANK);
      panel.context.ready.then(() => isOurs(panel.content.model) && greet(panel.content.model, mark));
    };
    tracker.forEach(settle);
    tracker.widgetAdded.connect((/** @type {unknown} */ _, /** @type {any} */ panel) => settle(panel));
  }

  return { id: "co-production-course:notebooks", autoStart: true, requires: [notebook.INotebookTracker], activate };
}

/** @param {any} model @param {() => void} mark */
function greet(model, mark) {
  mark();
  stayClean(model);
}

/** @param {any} app @param {any} panel @param {string} name of a notebook beside this one */
function open(app, panel, name) {
  const folder = panel.context.path.split("/").slice(0, -1);
  app.commands.execute("docmanager:open", { path: [...folder, name].join("/") });
}
