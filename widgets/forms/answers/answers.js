// All answers to one course: to keep in a file, to bring back, to forget.
import { offer } from "../../files/offer.js";
import { forgetEverywhere } from "../../memory/forgetting.js";
import { bringBack, progressFile } from "../../memory/progress_file.js";
import { copyOf, inOne, one, written } from "../finding.js";

/** @param {HTMLElement} answers */
export function wakeAnswers(answers) {
  const course = written(answers, "course");
  const asked = new Set(written(answers, "asked").split(" "));
  const file = one(answers, "[type=file]", HTMLInputElement);

  function say(/** @type {string[]} */ ...said) {
    const copies = said.map((what) => copyOf(answers, `[data-said="${what}"]`));
    one(answers, "[role=status]").replaceChildren(inOne(...copies));
  }

  one(answers, "[data-download]").addEventListener("click", () => {
    const progress = progressFile(course);
    if (!progress) return say("nothing_to_download");
    offer(one(answers, "a[download]", HTMLAnchorElement), progress, "application/json");
    say("downloaded");
  });

  file.addEventListener("change", async () => {
    const chosen = file.files?.[0];
    if (!chosen) return;
    say(...(await bringBack(chosen, course, asked)));
    file.value = "";
  });

  one(answers, "[data-forget-everything]").addEventListener("click", () => {
    forgetEverywhere(course);
    say("everything_forgotten");
  });
}
