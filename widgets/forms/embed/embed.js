// What stands on somebody else's page: where the rest is, and with which answers.
import { wakeHandOver } from "./handing_over.js";
import { all, maybe, one } from "../finding.js";
import { wake } from "../wake.js";

/** @typedef {import("../form/outcomes.js").Responses} Responses */
/** @typedef {(name: string, detail?: object) => void} TellHost */

/**
 * @param {ParentNode} root @param {TellHost} tellHost @param {boolean} mayHandOver
 * @param {string} [script] where links lead from, if not from the page
 */
export function wakeEmbed(root, tellHost, mayHandOver, script) {
  /** @type {Responses} */
  let answers = {};
  wake(root, {}, {
    tell: (responses) => {
      answers = responses;
      const onward = maybe(root, "[data-onward]");
      if (onward) showOnward(onward, answers);
      tellHost("result");
    },
  });
  const onward = maybe(root, "[data-onward]");
  if (!onward) return;
  if (script) leadFrom(script, onward);
  // A sandboxed frame without an origin of its own may open no tab either, and does so in silence.
  const isShut = self.origin === "null" && location.protocol !== "file:";
  for (const part of all(onward, "[data-tabs]")) part.hidden = isShut;
  for (const part of all(onward, "[data-no-tabs]")) part.hidden = !isShut;
  address(onward, {});
  if (mayHandOver) wakeHandOver(one(root, "[data-embed]"), () => answers, tellHost);
}

/** @param {HTMLElement} onward @param {Responses} answers */
function showOnward(onward, answers) {
  onward.hidden = false;
  address(onward, answers);
}

/**
 * What goes after the # sign stays in the browser.
 * @param {HTMLElement} onward @param {Responses} answers
 */
function address(onward, answers) {
  const link = maybe(onward, "[data-with-answers]", HTMLAnchorElement);
  const whole = link ?? one(onward, "a", HTMLAnchorElement);
  const given = Object.entries(answers).map(([question, [answer]]) => `${question}.${answer}`);
  if (link) link.hash = given.length ? `answers=${given.join(",")}` : "";
  one(onward, "[data-address]", HTMLInputElement).value = whole.href;
}

/** @param {string} script @param {HTMLElement} onward */
function leadFrom(script, onward) {
  for (const link of all(onward, "a", HTMLAnchorElement)) {
    link.href = new URL(link.getAttribute("href") ?? "", script).href;
  }
}
