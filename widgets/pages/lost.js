// The page for a wrong address, which a host may send for an address at any depth: its links are led
// to the nearest folder above that holds the site, known by its mark.
import { all } from "../forms/finding.js";

const mark = document.currentScript?.dataset.mark ?? "";

/** @param {URL} folder */
async function holdsSite(folder) {
  const image = new Image();
  image.src = new URL(mark, folder).href;
  return image.decode().then(
    () => true,
    () => false,
  );
}

/** @param {URL} folder @returns {Promise<URL | null>} */
async function siteFrom(folder) {
  if (await holdsSite(folder)) return folder;
  const above = new URL("..", folder);
  return above.href === folder.href ? null : siteFrom(above);
}

async function leadLinks() {
  const site = await siteFrom(new URL(".", location.href));
  if (!site) return;
  for (const link of all(document, "a[href^='/']", HTMLAnchorElement)) {
    link.href = new URL(`.${link.getAttribute("href")}`, site).href;
  }
}

document.addEventListener("DOMContentLoaded", leadLinks);
