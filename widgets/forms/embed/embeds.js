// What editors copy: one thing for one place, with the address at which the course is.
import { isCopied, isCopiedFrom } from "../copying.js";
import { all, copyOf, inOne, maybe, one, written } from "../finding.js";
import { isInJupyter } from "../jupyter.js";

const PLACE = "[name=embeds-place]";
const CHOSEN = `${PLACE}:checked`;
const THIS_COMPUTER = /^(localhost|127\.[\d.]+|\[::1\])$/;

/** @param {HTMLElement} embeds */
export function wakeEmbeds(embeds) {
  const note = noteOn(location);
  if (note) one(embeds, `[data-note=${note}]`).hidden = false;
  for (const part of all(embeds, "[data-asleep]")) part.hidden = true;
  for (const place of all(embeds, "[data-place]")) one(place, "h3").replaceChildren(copyOf(place, "[data-text=title]"));
  // A browser may remember what was chosen before a reload.
  if (!maybe(embeds, CHOSEN)) one(embeds, PLACE, HTMLInputElement).checked = true;
  one(embeds, "[data-choice]").addEventListener("change", () => show(embeds));
  const field = one(embeds, "#embeds-text", HTMLTextAreaElement);
  field.addEventListener("focus", () => field.select());
  one(embeds, "[data-copy]").addEventListener("click", () => copy(embeds, field));
  show(embeds);
}

/**
 * What is wrong with the address that this page was opened at, for whoever copies it.
 * @param {Location} here
 */
function noteOn({ protocol, hostname }) {
  if (isInJupyter() || !protocol.startsWith("http")) return "no_address";
  if (THIS_COMPUTER.test(hostname)) return "only_here";
  return protocol === "http:" && "not_secure";
}

/** @param {HTMLElement} embeds */
function show(embeds) {
  const which = one(embeds, "select", HTMLSelectElement);
  const place = one(embeds, CHOSEN, HTMLInputElement).value;
  for (const each of all(embeds, "[data-place]")) each.hidden = written(each, "place") !== place;
  const chosen = one(embeds, `[data-place=${place}]`);
  const shown = inOne(copyOf(chosen, "[data-text=shown]"));
  one(shown, "[data-title]").textContent = which.selectedOptions[0].text;
  one(embeds, "[data-shown]").replaceChildren(shown);
  one(embeds, "[data-copy]").replaceChildren(copyOf(chosen, "[data-text=button]"));
  one(embeds, "[data-said]").replaceChildren();
  const text = one(embeds, `[data-texts="${which.value}"] [data-way=${written(chosen, "way")}]`, HTMLTextAreaElement);
  one(embeds, "#embeds-text", HTMLTextAreaElement).value = addressed(embeds, text.value);
  lookAt(one(embeds, "[data-look]", HTMLAnchorElement), which.value);
}

/** @param {HTMLElement} embeds @param {string} text */
function addressed(embeds, text) {
  const isKnown = noteOn(location) !== "no_address";
  return isKnown ? text.replaceAll(written(embeds, "somewhere"), new URL("./", location.href).href) : text;
}

/** @param {HTMLAnchorElement} link @param {string} address */
function lookAt(link, address) {
  link.hidden = isInJupyter();
  link.href = `${address}.html`;
  link.target = "_blank";
  link.rel = "noopener";
}

/** @param {HTMLElement} embeds @param {HTMLTextAreaElement} field */
async function copy(embeds, field) {
  const said = (await isCopied(field.value)) || isCopiedFrom(field) ? "copied" : "not_copied";
  one(embeds, "[data-said]").replaceChildren(copyOf(embeds, `[data-text=${said}]`));
}
