// Copying a text; where a browser refuses, it stands in a field, selected to be copied by hand.
import { maybe } from "./finding.js";

/**
 * A browser may refuse, or have no clipboard to give: on an address without https, or in a frame.
 * @param {string} text
 */
export async function isCopied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * The old way, which a browser also has where it gives no clipboard. Where that fails too, the text is left
 * selected in its field.
 * @param {HTMLTextAreaElement} field
 */
export function isCopiedFrom(field) {
  const before = document.activeElement;
  field.focus();
  field.select();
  const isDone = document.execCommand("copy");
  if (isDone && before instanceof HTMLElement) before.focus();
  return isDone;
}

/** @param {HTMLElement} status what is said, which has a field where the text was not copied @param {string} text */
export function offer(status, text) {
  const field = maybe(status, "textarea", HTMLTextAreaElement) ?? maybe(status, "input", HTMLInputElement);
  if (!field) return;
  field.value = text;
  field.select();
}
