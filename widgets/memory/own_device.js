// Whether a device is the learner's own, and what follows for what is kept.
import { OWN_DEVICE } from "./keys.js";
import { answerKeys, inTab, isOwnDevice, onDevice, onThisPage, recall, recordIn, remember } from "./storage.js";

/**
 * Answers whether what is kept will outlive the tab, where that is wanted.
 * @param {string} answer
 */
export function answerOwnDevice(answer) {
  const keeper = answer === "yes" ? onDevice : inTab;
  if (!keeper) return false;
  try {
    // Answers first: another tab that hears of a yes then finds which of its own are older.
    if (answer === "yes") tabKeys().forEach(copyToDevice);
    keeper.setItem(OWN_DEVICE, answer);
    return settle();
  } catch {
    return false;
  }
}

// What this tab kept goes to the device, once a learner says in any tab that it is theirs. Answers
// as above.
export function settle() {
  if (!isOwnDevice()) return true;
  return tabKeys().map(moveToDevice).every(Boolean);
}

function tabKeys() {
  return [...onThisPage.keys(), ...answerKeys(inTab)];
}

/** @param {string} key */
function copyToDevice(key) {
  const record = recall(key);
  try {
    if (record && !isNewerOnDevice(key, record)) onDevice?.setItem(key, JSON.stringify(record));
  } catch {
    // A device that is full is found out, and told of, when the answers are moved.
  }
}

/** @param {string} key */
function moveToDevice(key) {
  const record = recall(key);
  if (record && !isNewerOnDevice(key, record)) return remember(key, record);
  onThisPage.delete(key);
  inTab?.removeItem(key);
  return true;
}

/** @param {string} key @param {import("./storage.js").Kept} record */
function isNewerOnDevice(key, record) {
  return (recordIn(onDevice?.getItem(key))?.at ?? 0) > (record.at ?? 0);
}
