// What a phone keeps of a session: its receipt, what waits to be sent, and an answer that came late.
import { isText } from "../memory/sound.js";
import { inTab, isOwnDevice, onDevice, parsed } from "../memory/storage.js";

// No answer to the course: progress files and forgetting leave these alone.
const PREFIX = "coproduction-phone/";
/** @type {Map<string, string>} where the browser keeps nothing */
const onPage = new Map();

/**
 * @typedef {object} Kept
 * @property {string} [receipt]
 * @property {import("./sending.js").Waiting} [waiting]
 * @property {{ of: string, text: string }} [late]
 */

/** @param {string} code @returns {Kept} */
export function keptOf(code) {
  const key = PREFIX + code;
  const text = onPage.get(key) ?? inTab?.getItem(key) ?? (isOwnDevice() ? onDevice?.getItem(key) : null);
  return soundIn(parsed(text));
}

/**
 * Storage may hold anything: what no phone kept is not sent, shown or come back to.
 * @param {any} kept @returns {Kept}
 */
function soundIn(kept) {
  const { receipt, waiting, late } = kept ?? {};
  return {
    receipt: isText(receipt) ? receipt : undefined,
    waiting: isForHere(waiting) ? waiting : undefined,
    late: isText(late?.of) && isText(late.text) ? late : undefined,
  };
}

/** @param {any} waiting */
function isForHere(waiting) {
  const isWhole = [waiting?.address, waiting?.body, waiting?.text].every(isText);
  return isWhole && waiting.address.startsWith(`${location.origin}/`);
}

/**
 * On a device of one's own it outlives the tab; on any other it goes with it.
 * @param {string} code @param {Kept} changes
 */
export function keep(code, changes) {
  const key = PREFIX + code;
  const text = JSON.stringify({ ...keptOf(code), ...changes });
  try {
    const keeper = isOwnDevice() ? onDevice : inTab;
    if (!keeper) throw new Error(key);
    keeper.setItem(key, text);
  } catch {
    onPage.set(key, text);
  }
}

/** @param {string} code */
export function forget(code) {
  for (const kept of [inTab, onDevice]) kept?.removeItem(PREFIX + code);
  onPage.delete(PREFIX + code);
}
