// Leaving in a hurry: what takes the page's place also takes its entry in the history.
import { hit } from "../forms/finding.js";

/** @param {HTMLElement} hide */
export function wakeHide(hide) {
  hide.addEventListener("click", (event) => {
    event.preventDefault();
    location.replace(/** @type {HTMLAnchorElement} */ (hide).href);
  });
  // A link within the page would leave an entry that Hide can't reach.
  document.addEventListener("click", (event) => {
    const link = hit(event, "a[href^='#']", HTMLAnchorElement);
    if (!link || event.defaultPrevented) return;
    event.preventDefault();
    location.replace(link.hash);
  });
}
