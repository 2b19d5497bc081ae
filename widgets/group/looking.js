// Looking for what is new: one small state, the same for all, and rarely while nobody looks.
import { isOver, tellOf } from "./trouble.js";

const OFTEN = 3_000;
const RARELY = 10_000;
// One look that fails is no trouble.
const MANY = 3;

/**
 * @typedef {object} State
 * @property {string} screen changes when the page is to be fetched anew
 * @property {number | null} closes_in
 * @property {Record<string, number>} [numbers]
 * @property {number | null} [answered]
 */

/** @typedef {{ etag: string, state?: State | null, failed?: number }} Answer */

/**
 * @param {() => string | undefined} address where the state is; none on a page that waits for nothing
 * @param {(state: State | null) => Promise<void>} found null where the session is gone
 */
export function look(address, found) {
  /** @type {Answer} */
  let last = { etag: "" };
  let next = 0;
  const once = async () => {
    clearTimeout(next);
    const state = address();
    if (state) {
      last = await asked(state, last);
      if (!last.failed) isOver("offline");
      else if (last.failed >= MANY) tellOf("offline");
      // Also where nothing is new: the page may not have come the last time.
      if (last.state !== undefined) await found(last.state);
    }
    clearTimeout(next);
    next = window.setTimeout(once, (document.hidden ? RARELY : OFTEN) * (0.8 + Math.random() * 0.4));
  };
  document.addEventListener("visibilitychange", () => document.hidden || once());
  addEventListener("online", once);
  next = window.setTimeout(once, OFTEN * Math.random());
}

/** @param {string} address @param {Answer} last @returns {Promise<Answer>} */
async function asked(address, last) {
  try {
    const headers = last.etag ? { "If-None-Match": last.etag } : undefined;
    const response = await fetch(address, { headers, cache: "no-store" });
    if (response.status === 404) return { etag: "", state: null };
    if (response.status >= 500) return failed(last);
    if (!response.ok) return { ...last, failed: 0 };
    return { etag: response.headers.get("ETag") ?? "", state: await response.json() };
  } catch {
    return failed(last);
  }
}

/** @param {Answer} last @returns {Answer} */
function failed(last) {
  return { ...last, failed: (last.failed ?? 0) + 1 };
}
