// Two stories that match, of which one is shown: the one answered here, else the one not answered
// elsewhere. Whoever has answered neither gets one by lot, on this device.
import { whenChanged } from "../../memory/changes.js";
import { keyOf } from "../../memory/keys.js";
import { recall } from "../../memory/storage.js";
import { all, one, written } from "../finding.js";

/** @param {HTMLElement} vignettes @param {AbortSignal} [signal] */
export function wakeVignettes(vignettes, signal) {
  const stories = all(vignettes, "[data-vignette]");
  const drawnByLot = stories[Math.floor(Math.random() * stories.length)];

  function show() {
    const isElsewhere = (/** @type {HTMLElement} */ story) => isAnswered(story, written(story, "vignette"));
    const shown =
      stories.find((story) => isAnswered(story, formOf(story))) ??
      (stories.some(isElsewhere) ? stories.find((story) => !isElsewhere(story)) : drawnByLot);
    for (const story of stories) story.hidden = story !== shown;
  }

  whenChanged(show, signal);
  show();
}

/** @param {HTMLElement} story */
function formOf(story) {
  return written(one(story, "[data-form]"), "form");
}

/** @param {HTMLElement} story @param {string} form by which it is answered before the course, or after */
function isAnswered(story, form) {
  const { course } = one(story, "[data-form]").dataset;
  const questions = all(story, "[data-question]").map((question) => written(question, "question"));
  return questions.some((question) => {
    const response = recall(keyOf(course, `${form}/${question}`))?.response;
    return Boolean([response].flat().join("").trim());
  });
}
