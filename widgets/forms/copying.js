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

/** @param {HTMLElement} status what is said, which has a field where the text was not copied @param {string} text */
export function offer(status, text) {
  const field = maybe(status, ":is(input,textarea)");
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  field.value = text;
  field.select();
}
