// Handing answers to the page that shows the check: only when a button is pressed that says so.
import { copyOf, maybe, one, written } from "../finding.js";

/** @typedef {import("./embed.js").Chosen} Chosen */

/** @param {HTMLElement} embed @param {() => Chosen} answers @param {import("./embed.js").TellHost} tellHost */
export function wakeHandOver(embed, answers, tellHost) {
  const part = maybe(embed, "[data-hand-over]");
  if (!part) return;
  part.hidden = false;
  one(part, "button").addEventListener("click", () => {
    const verdict = written(one(embed, "[data-verdict]"), "verdict");
    tellHost("hand-over", { verdict, answers: Object.fromEntries(answers()) });
    one(part, "[role=status]").replaceChildren(copyOf(part));
  });
}
