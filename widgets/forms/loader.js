// What each widget loads: the script and the style that all widgets of a notebook share.
import { shared } from "../memory/shared.js";
import { wear } from "./wearing.js";

/**
 * What is used here of what anywidget gives.
 * @typedef {{ get: (name: string) => string }} Model
 * @typedef {{ get_model: (id: string) => Promise<Model> }} Manager
 * @typedef {object} View
 * @property {Model & { widget_manager: Manager }} model
 * @property {HTMLElement} el
 */

const REFERENCE = "IPY_MODEL_";

export default { render };

/** @param {View} view */
async function render(view) {
  const { model, el } = view;
  try {
    const together = await model.widget_manager.get_model(model.get("shared").replace(REFERENCE, ""));
    const style = together.get("style");
    wear(document, style);
    (await moduleOf(together.get("script"))).render(view);
    // Only a widget that is on the page knows in which root it stands.
    requestAnimationFrame(() => wear(el.getRootNode(), style));
  } catch (error) {
    // Asleep, it says how to make it work.
    el.innerHTML = model.get("html");
    console.error(error);
  }
}

/** @param {string} script */
function moduleOf(script) {
  const module = shared.modules.get(script) ?? imported(script);
  shared.modules.set(script, module);
  return module;
}

/** @param {string} script */
async function imported(script) {
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const module = await import(address);
  URL.revokeObjectURL(address);
  return module.default;
}
