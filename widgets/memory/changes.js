// Telling of a change: the same question may stand elsewhere on the page or in another tab.
import { PREFIX } from "./keys.js";

/**
 * What changed is one key, or with null anything; `from` is what knows already.
 * @param {string | null} key @param {Element | null} from
 */
export function announce(key, from) {
  document.dispatchEvent(new CustomEvent(PREFIX, { detail: { key, from } }));
}

/** @param {(key: string | null, from: Element | null) => void} react @param {AbortSignal} [signal] */
export function whenChanged(react, signal) {
  const heard = (/** @type {Event} */ event) => {
    const { key, from } = /** @type {CustomEvent} */ (event).detail;
    react(key, from);
  };
  document.addEventListener(PREFIX, heard, { signal });
  globalThis.addEventListener("storage", (event) => react(event.key, null), { signal });
}
