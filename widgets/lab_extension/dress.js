// The styles of the forms, and those of a notebook that holds them: no other notebook has the class.
import { shared } from "../memory/shared.js";
import forms from "./forms.css";
import notebook from "./notebook.css";
import panels from "./panel.css";

const CLASS = "coproduction-notebook";

/** @param {HTMLElement} panel */
export function dress(panel) {
  panel.classList.add(CLASS);
  [forms, notebook, panels].forEach(wear);
}

// A style sheet that is made, not written into the page, is let through by any security policy.
/** @param {string} style */
function wear(style) {
  const sheet = shared.styles.get(style) ?? made(style);
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
}

/** @param {string} style */
function made(style) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  shared.styles.set(style, sheet);
  return sheet;
}
