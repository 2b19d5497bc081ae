// The styles of the forms, and those of a notebook that holds them: no other notebook has the class.
import { wear } from "../forms/wearing.js";
import forms from "./forms.css";
import notebook from "./notebook.css";
import panels from "./panel.css";

const CLASS = "coproduction-notebook";

/** @param {HTMLElement} panel */
export function dress(panel) {
  panel.classList.add(CLASS);
  for (const style of [forms, notebook, panels]) wear(document, style);
}
