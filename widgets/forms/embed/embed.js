// What stands on somebody else's page: where the rest is, and with which answers.
import { wakeHandOver } from "./handing_over.js";
import { all, maybe, one } from "../finding.js";
import { wake } from "../wake.js";

/** @typedef {string[][]} Chosen question and answer, by their ids */
/** @typedef {(name: string, detail?: object) => void} TellHost */

/**
 * @param {ParentNode} root @param {TellHost} tellHost @param {boolean} mayHandOver
 * @param {string} [script] where links lead from, if not from the page
 */
export function wakeEmbed(root, tellHost, mayHandOver, script) {
  const embed = one(root, "[data-embed]");
  /** @type {Chosen} */
  let answers = [];
  wake(root, {}, {
    tell: (responses) => {
      answers = Object.entries(responses).map(([question, [answer]]) => [question, answer]);
      address(embed, answers);
      tellHost("result");
    },
  });
  const onward = maybe(embed, "[data-onward]");
  if (!onward) return;
  if (script) leadFrom(script, onward);
  // A sandboxed frame without an origin of its own may open no tab either, and does so in silence.
  const isShut = self.origin === "null" && location.protocol !== "file:";
  for (const part of all(onward, "[data-tabs]")) part.hidden = isShut;
  for (const part of all(onward, "[data-no-tabs]")) part.hidden = !isShut;
  address(embed, answers);
  if (mayHandOver) wakeHandOver(embed, () => answers, tellHost);
}

/**
 * What goes after the # sign stays in the browser.
 * @param {HTMLElement} embed @param {Chosen} answers
 */
function address(embed, answers) {
  const field = maybe(embed, "[data-address]", HTMLInputElement);
  if (!field) return;
  const link = maybe(embed, "[data-with-answers]", HTMLAnchorElement);
  const given = answers.map((pair) => pair.join("."));
  if (link) link.hash = given.length ? `answers=${given.join(",")}` : "";
  field.value = (link ?? one(embed, "[data-onward] a", HTMLAnchorElement)).href;
}

/** @param {string} script @param {HTMLElement} onward */
function leadFrom(script, onward) {
  for (const link of all(onward, "a", HTMLAnchorElement)) {
    link.href = new URL(link.getAttribute("href") ?? "", script).href;
  }
}
