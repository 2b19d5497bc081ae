// What was said in another tab, or on another page before one came back to this, holds here too.
import { announce } from "./changes.js";
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
  // A page that a browser kept to go back to is shown as it was left: who listens settles and looks.
  globalThis.addEventListener("pageshow", ({ persisted }) => persisted && announce(OWN_DEVICE, null));
}
