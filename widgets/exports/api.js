// Finding a learning system, as SCORM 1.2 says: in the windows around this one, then where it was
// opened from.

/**
 * What a learning system answers to; everything it takes and gives is text.
 * @typedef {object} Api
 * @property {(nothing: "") => string} LMSInitialize
 * @property {(nothing: "") => string} LMSFinish
 * @property {(nothing: "") => string} LMSCommit
 * @property {(name: string) => string} LMSGetValue
 * @property {(name: string, value: string) => string} LMSSetValue
 */

// The standard's own bound: a page may stand so deep in frames, and no deeper.
const MOST_PARENTS = 7;

/** @returns {Api | null} */
export function findApi() {
  return apiAround(window) ?? apiAround(window.opener) ?? apiAround(window.top?.opener);
}

/** @param {Window | null | undefined} from @returns {Api | null} */
function apiAround(from) {
  let place = from;
  for (let up = 0; place && up <= MOST_PARENTS; up += 1) {
    const api = apiOf(place);
    if (api) return api;
    place = place.parent === place ? null : place.parent;
  }
  return null;
}

/** @param {Window} place @returns {Api | null} null too where another site's window lets nobody look */
function apiOf(place) {
  try {
    const { API } = /** @type {Window & { API?: Api }} */ (place);
    return typeof API?.LMSInitialize === "function" ? API : null;
  } catch {
    return null;
  }
}
