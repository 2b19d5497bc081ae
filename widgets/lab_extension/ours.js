// How a notebook of the course is told from any other.

// As widgets/forms/shows.py has it.
export const MIME = "application/vnd.coproduction+json";

/** @param {any} model of a notebook */
export function isOurs(model) {
  return shownIn(model).length > 0;
}

/**
 * The HTML that a notebook of the course shows.
 * @param {any} model @returns {string[]}
 */
export function shownIn(model) {
  const outputs = [...(model?.cells ?? [])].flatMap(outputsOf);
  return outputs.filter(({ data }) => MIME in data).map(({ data }) => htmlOf(data));
}

/** @param {Record<string, any>} data of an output, which a file may hold line by line */
export function htmlOf(data) {
  return [data["text/html"] ?? ""].flat().join("");
}

/** @param {any} cell @returns {any[]} */
function outputsOf({ outputs }) {
  return outputs ? Array.from({ length: outputs.length }, (_, index) => outputs.get(index)) : [];
}
