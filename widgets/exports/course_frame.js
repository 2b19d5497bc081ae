// The course in its frame: which page is open, what is remembered, and where its links lead.
import { PREFIX } from "../memory/keys.js";
import { recall, recordIn } from "../memory/storage.js";

/** @typedef {import("../memory/shared.js").Shared} Shared */

/**
 * @param {HTMLIFrameElement} frame @param {URL} root where the course's pages are
 * @param {{ opened: (page: string) => void, changed: () => void, leaving: () => void }} heard
 */
export function watch(frame, root, { opened, changed, leaving }) {
  frame.addEventListener("load", () => {
    const shown = frame.contentDocument;
    // From a disk, each page is closed to the others.
    if (!shown?.URL.startsWith(root.href)) return;
    shown.addEventListener(PREFIX, changed);
    shown.addEventListener("click", (event) => leadOut(event, root, leaving), { capture: true });
    opened(new URL(shown.URL).pathname.slice(root.pathname.length));
  });
}

/**
 * Where a browser stores nothing, the open page itself remembers.
 * @param {HTMLIFrameElement} frame @param {string} key
 * @returns {import("../memory/storage.js").Kept | null}
 */
export function remembered(frame, key) {
  const shown = /** @type {Document & { coproduction?: Shared } | null} */ (frame.contentDocument);
  return recordIn(shown?.coproduction?.onThisPage.get(key)) ?? recall(key);
}

/**
 * Other sites open beside the course, as most let nobody frame them; hiding takes the whole window.
 * @param {MouseEvent} event @param {URL} root @param {() => void} leaving
 */
function leadOut(event, root, leaving) {
  const link = /** @type {Element} */ (event.target).closest("a[href]");
  const address = link?.getAttribute("href") ?? "";
  if (!link || !/^https?:/.test(address)) return;
  if (link.hasAttribute("data-hide")) {
    event.preventDefault();
    event.stopImmediatePropagation();
    leaving();
    hideBehind(address);
  } else if (!address.startsWith(`${root.origin}/`)) {
    link.setAttribute("target", "_blank");
    link.setAttribute("rel", "noreferrer");
  }
}

/** @param {string} address */
function hideBehind(address) {
  try {
    window.top?.location.replace(address);
  } catch {
    // A learning system may let a course take the place of its own frame only.
    window.location.replace(address);
  }
}
