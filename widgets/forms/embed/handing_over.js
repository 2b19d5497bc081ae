// Handing answers to the page that shows the check: only when a button is pressed that says so.
import { copyOf, maybe, one, written } from "../finding.js";

/** @typedef {import("./embed.js").Responses} Responses */

/** @param {HTMLElement} embed @param {() => Responses} answers @param {import("./embed.js").TellHost} tellHost */
export function wakeHandOver(embed, answers, tellHost) {
  const part = maybe(embed, "[data-hand-over]");
  if (!part) return;
  part.hidden = false;
  one(part, "button").addEventListener("click", () => {
    const given = Object.entries(answers()).map(([question, [answer]]) => [question, answer]);
    const verdict = written(one(embed, "[data-verdict]"), "verdict");
    tellHost("hand-over", { verdict, answers: Object.fromEntries(given) });
    one(part, "[role=status]").replaceChildren(copyOf(part));
  });
}
