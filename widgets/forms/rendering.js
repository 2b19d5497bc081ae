// What anywidget asks of a module: to draw a view of a Form.
import { wake } from "./wake.js";

/**
 * What is used here of what anywidget gives.
 * @typedef {object} View
 * @property {{ get: (name: "html") => string, send: (message: object) => void }} model
 * @property {HTMLElement} el
 * @property {AbortSignal} [signal]
 */

/** @param {import("./wake.js").Components} components */
export function widgetOf(components) {
  return { render: (/** @type {View} */ view) => render(view, components) };
}

/** @param {View} view @param {import("./wake.js").Components} components */
function render({ model, el, signal }, components) {
  const tell = (/** @type {import("./form/outcomes.js").Responses} */ responses) => {
    try {
      model.send({ responses });
    } catch {
      // No kernel listens: the answer is kept in the browser all the same.
    }
  };
  el.innerHTML = model.get("html");
  wake(el, components, { tell, signal });
}
