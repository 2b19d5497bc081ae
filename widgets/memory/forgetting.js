// Forgetting: one answer, some of them, or all that is kept of a course.
import { announce } from "./changes.js";
import { FORGET, OWN_DEVICE, keyOf } from "./keys.js";
import { answerKeys, inTab, onDevice, onThisPage, ownDevice, placesOf } from "./storage.js";

/**
 * All go before any is told of, so that nothing is drawn from what is half forgotten.
 * @param {string[]} keys
 */
export function forgetThese(keys, everywhere = false) {
  for (const key of keys) forget(key, everywhere);
  for (const key of keys) announce(key, null);
}

/** @param {string} course */
export function forgetAll(course) {
  for (const place of placesOf(course)) forget(keyOf(course, place), true);
  announce(null, null);
}

/**
 * Other tabs hold answers of their own: writing a key and taking it away again tells them.
 * @param {string} course
 */
export function forgetEverywhere(course) {
  forgetAll(course);
  try {
    onDevice?.setItem(FORGET, course);
    onDevice?.removeItem(FORGET);
  } catch {
    // A device that holds nothing more has nothing to tell.
  }
}

// What another tab keeps on the device goes only where all is to be forgotten.
/** @param {string} key @param {boolean} everywhere */
function forget(key, everywhere) {
  onThisPage.delete(key);
  if (everywhere || ownDevice() !== "no") onDevice?.removeItem(key);
  inTab?.removeItem(key);
  // A browser that holds no answer holds nothing of ours, and asks again.
  if (answerKeys(onDevice).length + answerKeys(inTab).length) return;
  onDevice?.removeItem(OWN_DEVICE);
  inTab?.removeItem(OWN_DEVICE);
}
