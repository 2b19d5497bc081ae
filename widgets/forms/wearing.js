// Wearing a style sheet that is made, not written into the page: any security policy lets it through.
import { shared } from "../memory/shared.js";

/** @param {Node} root @param {string} style */
export function wear(root, style) {
  if (!(root instanceof Document || root instanceof ShadowRoot)) return;
  const sheet = shared.styles.get(style) ?? made(style);
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}

/** @param {string} style */
function made(style) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  shared.styles.set(style, sheet);
  return sheet;
}
