// Answers that were given on somebody else's page, and came along in the link from there.
import { all, maybe, one } from "../finding.js";

const HANDED_ON = "#answers=";

/** @param {HTMLElement} workbook @param {HTMLElement} check */
export function takeHandedOn(workbook, check) {
  if (!location.hash.startsWith(HANDED_ON)) return;
  const inputs = location.hash
    .slice(HANDED_ON.length)
    .split(",")
    .map((given) => inputFor(check, given.split(".")));
  history.replaceState(null, "", location.pathname + location.search);
  const answers = inputs.filter((input) => input !== null);
  if (!answers.length || answers.length < inputs.length || answers.every(({ checked }) => checked)) return;
  const offer = one(workbook, "[data-handed-on]");
  const use = () => {
    offer.hidden = true;
    take(check, answers);
  };
  // Nobody's own answers give way to a link unasked.
  offer.hidden = !all(check, "[data-asking] input:checked").length;
  if (offer.hidden) use();
  else one(offer, "button").addEventListener("click", use);
}

/** @param {HTMLElement} check @param {string[]} given */
function inputFor(check, [question, answer]) {
  const selector = `[data-asking] input[name="${CSS.escape(question)}"][value="${CSS.escape(answer ?? "")}"]`;
  return maybe(check, selector, HTMLInputElement);
}

/** @param {HTMLElement} check @param {HTMLInputElement[]} answers */
function take(check, answers) {
  for (const input of answers) {
    input.checked = true;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }
  one(check, "[data-check]").click();
}
