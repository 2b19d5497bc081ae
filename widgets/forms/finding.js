// Finding what Python drew; where it is not there, the error names it.

/** @template T @typedef {abstract new (...args: any[]) => T} Kind */

/**
 * @template {Element} [T=HTMLElement]
 * @param {ParentNode} root @param {string} selector @param {Kind<T>} [kind]
 * @returns {T}
 */
export function one(root, selector, kind) {
  return ofKind(root.querySelector(selector), selector, kind);
}

/**
 * @template {Element} [T=HTMLElement]
 * @param {ParentNode} root @param {string} selector @param {Kind<T>} [kind]
 * @returns {T | null} null where Python need not have drawn it
 */
export function maybe(root, selector, kind) {
  const found = root.querySelector(selector);
  return found && ofKind(found, selector, kind);
}

/**
 * @template {Element} [T=HTMLElement]
 * @param {ParentNode} root @param {string} selector @param {Kind<T>} [kind]
 * @returns {T[]}
 */
export function all(root, selector, kind) {
  return [...root.querySelectorAll(selector)].map((found) => ofKind(found, selector, kind));
}

/**
 * What an event happened to, or the nearest around it that fits.
 * @template {Element} [T=HTMLElement]
 * @param {Event} event @param {string} selector @param {Kind<T>} [kind]
 * @returns {T | null}
 */
export function hit(event, selector, kind) {
  const found = event.target instanceof Element ? event.target.closest(selector) : null;
  return found && ofKind(found, selector, kind);
}

/**
 * What Python wrote into `data-…`.
 * @param {HTMLElement} element @param {string} name
 */
export function written(element, name) {
  const value = element.dataset[name];
  if (value === undefined) throw new Error(`[data-${name}]?`);
  return value;
}

/**
 * What a template holds, ready to be put on the page.
 * @param {ParentNode} root
 */
export function copyOf(root, selector = "template") {
  return one(root, selector, HTMLTemplateElement).content.cloneNode(true);
}

/**
 * What is said in a live region goes in as one element: so a screen reader says it whole, and once.
 * To Firefox a bare one is nothing: it would tell of each paragraph by itself.
 * @param {Node[]} pieces
 */
export function inOne(...pieces) {
  const whole = document.createElement("div");
  whole.setAttribute("aria-atomic", "true");
  whole.append(...pieces);
  return whole;
}

/** @template {Element} T @param {Element | null} found @param {string} selector @param {Kind<T>} [kind] */
function ofKind(found, selector, kind) {
  if (!(found instanceof (kind ?? HTMLElement))) throw new Error(`${selector}?`);
  return /** @type {T} */ (found);
}
