// Makes anew what an output holds, of what the forms are made of: a notebook may be a stranger's, and
// JupyterLab does as some attributes say.
import { CLASSES, DATA, FIXED, FREE, TAGS } from "./allowed.js";

const XHTML = "http://www.w3.org/1999/xhtml";
const FOLDED = "text/html";
const DATA_SCRIPT = "application/json";
// A name with a hyphen is nobody's variable; those that begin like this are JupyterLab's.
const ID = /^(?!jp-|lm-|jupyter|jlab)[a-z0-9]+(-+[a-z0-9]+)+$/;
const HREF = /^(https?:\/\/[^\s]+|#[\w-]*|[\w-]+\.ipynb)$/;
const DEEPEST = 60;

/** @param {string} html @returns {DocumentFragment} */
export function clean(html) {
  return made(parsed(html), 0);
}

// What stands in a template loads nothing and runs nothing.
/** @param {string} html */
function parsed(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

/** @param {DocumentFragment | Element} source @param {number} depth @returns {DocumentFragment} */
function made(source, depth) {
  const fragment = document.createDocumentFragment();
  if (depth < DEEPEST) fragment.append(...[...source.childNodes].flatMap((node) => anew(node, depth + 1)));
  return fragment;
}

/** @param {Node} node @param {number} depth @returns {Node[]} */
function anew(node, depth) {
  if (node instanceof Text) return [new Text(node.data)];
  if (!(node instanceof Element) || node.namespaceURI !== XHTML || !TAGS.has(node.localName)) return [];
  if (node.localName === "script") return ofScript(node, depth);
  const element = document.createElement(node.localName);
  for (const { name, value } of node.attributes) copy(element, name, value);
  if (node instanceof HTMLTemplateElement && element instanceof HTMLTemplateElement) {
    element.content.append(made(node.content, depth));
  } else element.append(made(node, depth));
  return [element];
}

/**
 * Data, or a part that is folded until it is woken: unfolded here, so that nothing is read twice.
 * @param {Element} script @param {number} depth @returns {Node[]}
 */
function ofScript(script, depth) {
  const type = script.getAttribute("type");
  const text = script.textContent ?? "";
  if (type === FOLDED) return [made(parsed(text), depth)];
  if (type !== DATA_SCRIPT) return [];
  const element = document.createElement("script");
  // Before it has any text: with another type it would be run.
  for (const { name, value } of script.attributes) copy(element, name, value);
  element.append(new Text(text));
  return [element];
}

/** @param {HTMLElement} element @param {string} name @param {string} value */
function copy(element, name, value) {
  if (name === "class") element.classList.add(...value.split(/\s+/).filter((word) => CLASSES.has(word)));
  else if (isAllowed(element.localName, name, value)) element.setAttribute(name, value);
}

/** @param {string} tag @param {string} name @param {string} value */
function isAllowed(tag, name, value) {
  if (name === "id") return ID.test(value) && isFree(value);
  if (name === "href") return tag === "a" && HREF.test(value);
  // A form's name is the document's too.
  if (name === "name") return tag !== "form";
  if (name.startsWith("data-")) return DATA.has(name.slice("data-".length));
  return FREE.has(name) || Boolean(FIXED[name]?.has(value));
}

// No output takes the name of what stands elsewhere on the page.
/** @param {string} id */
function isFree(id) {
  const taken = document.getElementById(id);
  return !taken || Boolean(taken.closest(".coproduction-drawn"));
}
