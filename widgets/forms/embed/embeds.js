// What editors copy: with the address at which the course is.
import { isCopied } from "../copying.js";
import { all, copyOf, one, written } from "../finding.js";
import { isInJupyter } from "../jupyter.js";

/** @param {HTMLElement} embeds */
export function wakeEmbeds(embeds) {
  const isHere = !isInJupyter() && location.protocol.startsWith("http");
  const somewhere = written(embeds, "somewhere");
  const root = new URL("./", location.href).href;
  for (const part of all(embeds, "[data-text]")) {
    const field = one(part, "textarea", HTMLTextAreaElement);
    if (isHere) field.value = field.value.replaceAll(somewhere, root);
    one(part, "[data-copy]").addEventListener("click", () => copy(part, field));
  }
}

/** @param {HTMLElement} part @param {HTMLTextAreaElement} field */
async function copy(part, field) {
  const said = (await isCopied(field.value)) ? "copied" : "not_copied";
  one(part, "[role=status]").replaceChildren(copyOf(part, `[data-said=${said}]`));
  if (said === "not_copied") field.select();
}
