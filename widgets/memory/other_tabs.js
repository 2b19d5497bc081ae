// What was said in another tab holds in this one too.
import { forgetAll } from "./forgetting.js";
import { FORGET, OWN_DEVICE } from "./keys.js";
import { settle } from "./own_device.js";
import { shared } from "./shared.js";

// Once for a page, and before any form listens, so that what a form then shows is what is kept.
export function heedOtherTabs() {
  if (shared.heeds) return;
  shared.heeds = true;
  globalThis.addEventListener("storage", ({ key, newValue }) => {
    if (key === FORGET && newValue) forgetAll(newValue);
    if (key === OWN_DEVICE) settle();
  });
}
