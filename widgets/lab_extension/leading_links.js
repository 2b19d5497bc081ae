// Where a link of an output leads: never away from JupyterLab.
import { hit } from "../forms/finding.js";

const BESIDE = ".ipynb";

/** @param {HTMLElement} node @param {(name: string) => void} openBeside opens a notebook of the same folder */
export function leadLinks(node, openBeside) {
  node.addEventListener("click", (event) => {
    const link = hit(event, "a[href]", HTMLAnchorElement);
    const href = link?.getAttribute("href") ?? "";
    if (!link || event.defaultPrevented) return;
    if (href.startsWith("#")) {
      event.preventDefault();
      goTo(node, href.slice(1));
    } else if (href.endsWith(BESIDE) && !href.includes("/")) {
      event.preventDefault();
      openBeside(href);
    } else if (href.startsWith("http")) {
      link.target = "_blank";
      link.rel = "noopener";
    }
  });
}

/** @param {HTMLElement} node @param {string} id */
function goTo(node, id) {
  const target = [...node.querySelectorAll("[id]")].find((element) => element.id === id);
  if (!(target instanceof HTMLElement)) return;
  target.scrollIntoView();
  target.focus({ preventScroll: true });
}
