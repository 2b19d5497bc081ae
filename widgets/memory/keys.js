// The names under which a browser keeps what is ours.
export const PREFIX = "coproduction/";
export const OWN_DEVICE = `${PREFIX}own-device`;
export const FORGET = `${PREFIX}forget`;
// How someone takes part in their project is kept on their own device or not at all.
const SEAT = "/seat";

/** @param {string | undefined} course @param {string} place as form/question */
export function keyOf(course, place) {
  return `${PREFIX}${course}/${place}`;
}

/** @param {string} key a key, or a place in it */
export function isSeat(key) {
  return key.endsWith(SEAT);
}
