// When the open round closes, in words: said anew only as the words change, and nothing ticks.
import { maybe, one, written } from "../forms/finding.js";
import { unsent } from "./swapping.js";

const A_MINUTE = 60;
const SOON = 30;
const OFTEN = 5_000;

/** @param {HTMLElement} main */
export function wakeClosing(main) {
  const closing = maybe(main, "[data-closes]");
  if (!closing) return;
  // A phone's clock may be set meanwhile. This one may rest while the phone sleeps: the next look sets it right.
  let closesAt = performance.now() + Number(written(closing, "closes")) * 1000;
  const say = () => {
    tell(main, closing, (closesAt - performance.now()) / 1000);
    const place = maybe(main, "[data-unsent]");
    if (place) place.hidden = !unsent(main);
  };
  main.addEventListener("change", say);
  main.addEventListener("closes-in", (event) => {
    closesAt = performance.now() + /** @type {CustomEvent<number>} */ (event).detail * 1000;
    say();
  });
  const again = setInterval(() => (main.isConnected ? say() : clearInterval(again)), OFTEN);
}

/** @param {HTMLElement} main @param {HTMLElement} closing @param {number} seconds */
function tell(main, closing, seconds) {
  const name = seconds < SOON ? "soon" : "in";
  const text = one(main, `[data-closes-${name}]`, HTMLTemplateElement).content.textContent ?? "";
  const said = text.replace("@minutes@", String(Math.max(1, Math.round(seconds / A_MINUTE))));
  const shown = one(closing, "strong");
  if (shown.textContent === said) return;
  shown.textContent = said;
  one(document, "[data-heard]").textContent = said;
}
