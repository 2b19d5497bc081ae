// What the page shows, as lines: every file that a learner takes away is made of these alone.
const LEFT_OUT = [
  ...["[hidden]", "[data-left-out]", ".unseen", "template", "script", "svg", "table"],
  // All that a closed one shows is its summary, and that is a control. A part of the check is taken
  // whole, open or closed: what one answered in it counts.
  "details:not([open], .part)",
  ...["button", "input", "select", "textarea", "label", "summary"],
].join();
/** @type {Record<string, string>} */
const LINE_KINDS = { heading: "h2,h3", subheading: "h4,h5", text: "p", item: "li", pair: "dd" };
const OWN_LINES = "h2,h3,h4,h5,p,dl";
const NESTED = "ul,ol";
const NOTHING = ":not(*)";
// What ends a line or a page elsewhere parts words here too; left out, it would join them.
const LINE_ENDS = /[\v\f\x85\u2028\u2029]/g;

/**
 * @typedef {object} Line
 * @property {string} kind one of LINE_KINDS
 * @property {string} text
 * @property {string} [label] of a pair: what is asked
 */

/** @param {Iterable<Element>} roots */
export function linesOf(roots) {
  const shown = [...roots].filter((root) => !root.closest(LEFT_OUT));
  const follows = (/** @type {Node} */ one, /** @type {Node} */ other) =>
    one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING;
  return shown.sort((one, other) => (follows(one, other) ? 1 : -1)).flatMap(linesIn);
}

/** @param {Element} element @returns {Line[]} */
function linesIn(element) {
  if (isLeftOut(element)) return [];
  const kind = lineKind(element);
  const below = () => [...element.children].flatMap(linesIn);
  if (!kind) return below();
  if (kind === "item") return [...filled({ kind, text: textOf(element, NESTED) }), ...below()];
  const text = textOf(element);
  return filled(kind === "pair" ? { kind, label: labelOf(element), text } : { kind, text });
}

/** @param {Line} line */
function filled(line) {
  return line.label || line.text ? [line] : [];
}

/** @param {Element} element */
function isLeftOut(element) {
  return element.matches(LEFT_OUT) || getComputedStyle(element).display === "none";
}

/** @param {Element} element */
function lineKind(element) {
  const kind = Object.keys(LINE_KINDS).find((name) => element.matches(LINE_KINDS[name]));
  return kind === "item" && hasOwnLines(element) ? undefined : kind;
}

/**
 * An item of a list inside this one has lines of its own too, and they are not this one's.
 * @param {Element} item
 */
function hasOwnLines(item) {
  const own = (/** @type {Element} */ line) => line.closest("li") === item && !line.closest(LEFT_OUT);
  return [...item.querySelectorAll(OWN_LINES)].some(own);
}

/** @param {Element} description */
function labelOf(description) {
  let term = description.previousElementSibling;
  while (term && !term.matches("dt")) term = term.previousElementSibling;
  return term && !isLeftOut(term) ? textOf(term) : "";
}

/**
 * The text as a browser shows it: spaces as one, lines where a line begins. trim() would take more.
 * @param {Element} element @param {string} apart what has lines of its own
 */
function textOf(element, apart = NOTHING) {
  const spaced = rawText(element, apart).replaceAll(/[ \t\r]+/g, " ");
  return spaced.replaceAll(/ ?\n ?/g, "\n").replaceAll(/^[ \n]+|[ \n]+$/g, "");
}

/** @param {Element} element @param {string} apart */
function rawText(element, apart) {
  let text = "";
  for (const node of element.childNodes) {
    if (node instanceof Text) text += typedText(node, element);
    if (!(node instanceof Element) || isLeftOut(node) || node.matches(apart)) continue;
    if (node.matches("br")) text += "\n";
    else if (isInline(node)) text += rawText(node, apart);
    else text = onNewLine(onNewLine(text) + rawText(node, apart));
  }
  return text;
}

/**
 * What a person typed keeps its lines where the style says so; those of the HTML are only spaces.
 * @param {Text} node @param {Element} parent
 */
function typedText(node, parent) {
  const keepsLines = /^(pre|break)/.test(getComputedStyle(parent).whiteSpace);
  const text = node.data.replaceAll(LINE_ENDS, "\n");
  return keepsLines ? text : text.replaceAll("\n", " ");
}

/** @param {Element} element */
function isInline(element) {
  return /^(inline|contents|$)/.test(getComputedStyle(element).display);
}

/** @param {string} text */
function onNewLine(text) {
  return /(^|\n)[ \t\r]*$/.test(text) ? text : `${text}\n`;
}
