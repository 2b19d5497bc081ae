// What JupyterLab loads: a container as module federation has them, written by hand, so that no
// bundler of JupyterLab's is needed. Its parts come from the scope that JupyterLab shares.
import { extensionOf } from "./extension.js";

/** @typedef {{ get: () => Promise<() => any>, loaded?: unknown }} Offered */
/** @typedef {Record<string, Record<string, Offered>>} Scope by name and version */

// As in package.json.
const NAME = "co-production-course";
const NEEDED = { notebook: "@jupyterlab/notebook", services: "@jupyterlab/services", lumino: "@lumino/widgets" };

/** @type {Scope} */
let scope = {};

const host = /** @type {typeof globalThis & { _JUPYTERLAB?: Record<string, object> }} */ (globalThis);
(host._JUPYTERLAB ??= {})[NAME] = { init, get };

/** @param {Scope} shared */
function init(shared) {
  scope = shared;
}

async function get() {
  // Where these are not shared there is nothing to draw in.
  const isHere = Object.values(NEEDED).every((name) => name in scope);
  const extension = isHere ? extensionOf(await modules()) : [];
  return () => ({ __esModule: true, default: extension });
}

/** @returns {Promise<Record<keyof typeof NEEDED, any>>} */
async function modules() {
  const found = Object.entries(NEEDED).map(async ([word, name]) => [word, await moduleOf(scope[name])]);
  return Object.fromEntries(await Promise.all(found));
}

/** @param {Record<string, Offered>} versions */
async function moduleOf(versions) {
  const offered = Object.values(versions);
  const made = await (offered.find(({ loaded }) => loaded) ?? offered[0]).get();
  return made();
}
