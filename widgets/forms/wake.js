// Waking what Python drew, wherever it stands.
import { heedOtherTabs } from "../memory/other_tabs.js";
import { shared } from "../memory/shared.js";
import { all, written } from "./finding.js";
import { wakeSection } from "./form/section.js";
import { isInJupyter } from "./jupyter.js";

/** @typedef {(component: HTMLElement, signal?: AbortSignal) => void} Wake */
/** @typedef {Record<string, Wake>} Components by the `data-…` that Python gave each */

/**
 * @param {ParentNode} root @param {Components} components
 * @param {{ tell?: import("./form/form.js").Tell, signal?: AbortSignal }} [around]
 */
export function wake(root, components, { tell = () => {}, signal } = {}) {
  heedOtherTabs();
  for (const hidden of all(root, '.coproduction script[type="text/html"]')) hidden.outerHTML = hidden.textContent ?? "";
  const wakeForms = (/** @type {HTMLElement} */ section) => {
    section.dataset.awake = "true";
    distinguish(section);
    wakeSection(section, tell, signal);
  };
  for (const [name, wakeOne] of [/** @type {const} */ (["form", wakeForms]), ...Object.entries(components)]) {
    for (const component of all(root, `[data-${name}]`)) once(component, () => wakeOne(component, signal));
  }
  if (isInJupyter()) leadLinksOut(root);
}

/**
 * A script may be loaded twice, and a component that fails leaves the others awake.
 * @param {Element} component @param {() => void} waking
 */
function once(component, waking) {
  if (shared.awake.has(component)) return;
  shared.awake.add(component);
  try {
    waking();
  } catch (error) {
    console.error(error);
  }
}

/**
 * A link out of a widget would take JupyterLab's place.
 * @param {ParentNode} root
 */
function leadLinksOut(root) {
  for (const link of all(root, "[data-outside] a", HTMLAnchorElement)) {
    link.target = "_blank";
    link.rel = "noopener";
  }
}

/**
 * The same form may stand twice on a page: from the second on, its name and its ids get a number.
 * @param {HTMLElement} section
 */
function distinguish(section) {
  const form = written(section, "form");
  const number = (shared.drawn[form] = (shared.drawn[form] ?? 0) + 1);
  if (number === 1) return;
  section.ariaLabel = `${section.ariaLabel} ${number}`;
  for (const attribute of ["id", "for", "href", "aria-labelledby", "aria-describedby"]) {
    for (const element of all(section, `[${attribute}]`)) {
      const ids = (element.getAttribute(attribute) ?? "").split(" ");
      if (attribute === "href" && !ids[0].startsWith("#")) continue;
      element.setAttribute(attribute, ids.map((id) => `${id}-${number}`).join(" "));
    }
  }
}
