// A host's press is sent without leaving the page, so that a host whose network is gone keeps it.
import { swap } from "./swapping.js";
import { isOurs } from "./sending.js";
import { isOver, tellOf } from "./trouble.js";

/** @param {(main: HTMLElement) => void} wake */
export function wakeHosting(wake) {
  document.addEventListener("submit", (event) => {
    const form = /** @type {HTMLFormElement} */ (event.target);
    if (!form.matches("form.act")) return;
    event.preventDefault();
    press(form, /** @type {HTMLButtonElement | null} */ (event.submitter), wake);
  });
}

/** @param {HTMLFormElement} form @param {HTMLButtonElement | null} button @param {(main: HTMLElement) => void} wake */
async function press(form, button, wake) {
  if (form.dataset.pressed) return;
  form.dataset.pressed = "yes";
  const body = new FormData(form, button);
  try {
    const isFile = form.enctype.includes("multipart");
    const response = await fetch(form.action, { method: "POST", body: isFile ? body : plain(body) });
    const html = response.status < 500 && response.status !== 429 ? await response.text() : "";
    if (!isOurs(html)) throw new Error(response.statusText);
    isOver("not-done");
    isOver("moved-on");
    if (new URL(response.url).pathname === location.pathname) swap(html, "sent", wake);
    else location.assign(response.url);
  } catch {
    tellOf("not-done");
  }
  delete form.dataset.pressed;
}

/** @param {FormData} body */
function plain(body) {
  const fields = new URLSearchParams();
  for (const [name, value] of body) fields.append(name, String(value));
  return fields;
}
