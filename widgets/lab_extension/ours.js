// How a notebook of the course is told from any other.

// As widgets/forms/widget.py has it.
export const MIME = "application/vnd.coproduction+json";

/** @param {any} model of a notebook */
export function isOurs(model) {
  return cellsOf(model).some((cell) => outputsOf(cell).some(({ data }) => MIME in data));
}

/** @param {any} model @returns {any[]} */
function cellsOf(model) {
  return model ? [...model.cells] : [];
}

/** @param {any} cell @returns {any[]} */
function outputsOf({ outputs }) {
  return outputs ? Array.from({ length: outputs.length }, (_, index) => outputs.get(index)) : [];
}
