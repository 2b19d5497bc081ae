// What changed between two stories: the answers stand side by side, and one sentence looked up by
// how many of them were what the course argues for.
import { whenChanged } from "../../memory/changes.js";
import { PREFIX } from "../../memory/keys.js";
import { recall } from "../../memory/storage.js";
import { all, one, written } from "../finding.js";

/** @typedef {Record<string, string>} Story what the course argues for, by the key of each question */

/** @param {HTMLElement} change @param {AbortSignal} [signal] */
export function wakeOwnChange(change, signal) {
  /** @type {Record<string, string>} */
  const said = JSON.parse(written(change, "sentences"));
  /** @type {Story[][]} */
  const moments = JSON.parse(written(change, "counted"));

  function show() {
    const outcome = said[moments.map(countOf).join(" ")];
    for (const text of all(change, "[data-outcome]")) text.hidden = text.dataset.outcome !== outcome;
  }

  one(change, "[data-asleep]").hidden = true;
  whenChanged(show, signal);
  show();
}

/** @param {Story[]} stories of which one was answered, if any, to its end */
function countOf(stories) {
  const answered = stories.find((story) => Object.keys(story).every((key) => recall(PREFIX + key)?.checked));
  if (!answered) return "";
  return Object.entries(answered).filter(([key, argued]) => chosen(key) === argued).length;
}

/** @param {string} key */
function chosen(key) {
  const response = recall(PREFIX + key)?.response;
  return Array.isArray(response) ? response[0] : null;
}
