// What the learner answered in earlier lessons, shown again where it helps.
import { whenChanged } from "../../memory/changes.js";
import { PREFIX } from "../../memory/keys.js";
import { recall } from "../../memory/storage.js";
import { all, one, written } from "../finding.js";

/** @param {HTMLElement} earlier @param {AbortSignal} [signal] */
export function wakeEarlier(earlier, signal) {
  const places = all(earlier, "[data-key]");

  function show() {
    for (const place of places) {
      const said = saidIn(recall(PREFIX + written(place, "key"))?.response, JSON.parse(written(place, "options")));
      one(place, "dd").textContent = said;
      place.hidden = !said;
    }
    earlier.hidden = places.every((place) => place.hidden);
  }

  whenChanged(show, signal);
  show();
}

/**
 * Whatever else is stored, or chosen among options that are gone, was not said.
 * @param {unknown} response @param {Record<string, string>} options in words, by their ids
 */
export function saidIn(response, options) {
  if (typeof response === "string") return response.trim();
  if (!Array.isArray(response)) return "";
  return response.filter((id) => Object.hasOwn(options, id)).map((id) => options[id]).join("; ");
}
