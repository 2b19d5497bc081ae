// A checklist: what is ticked, or with no tick all of it, to copy or to print. Nothing is kept.
import { comeIntoView } from "../coming_into_view.js";
import { isCopied, offer } from "../copying.js";
import { all, copyOf, hit, maybe, one } from "../finding.js";
import { isInJupyter } from "../jupyter.js";

const TICKED = ":checked";

/** @param {HTMLElement} list */
export function wakeChecklist(list) {
  // JupyterLab prints itself, and not what is meant.
  one(list, "[data-print]").hidden = isInJupyter();
  list.addEventListener("click", (event) => {
    if (hit(event, "[data-print]")) print();
    if (hit(event, "[data-copy]")) copy(list);
  });
}

/** @param {HTMLElement} list */
async function copy(list) {
  const text = textOf(list);
  const copied = maybe(list, TICKED) ? "copied" : "copied_whole";
  const said = (await isCopied(text)) ? copied : "not_copied";
  const status = one(list, "[role=status]");
  status.replaceChildren(copyOf(list, `[data-said=${said}]`));
  offer(status, text);
  comeIntoView(status);
}

/** @param {HTMLElement} list */
function textOf(list) {
  const isMeant = (/** @type {HTMLElement} */ item) => !maybe(list, TICKED) || maybe(item, TICKED);
  const subjects = all(list, ".subject").map((subject) => {
    const asked = all(subject, "li").filter(isMeant);
    const lines = asked.map((item) => `- ${one(item, "span").textContent}`);
    return lines.length ? [one(subject, "h2").textContent, ...lines].join("\n") : "";
  });
  return subjects.filter(Boolean).join("\n\n");
}
