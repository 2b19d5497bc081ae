// The script of a session's pages: they show what is new by themselves, and send what is answered.
import { all, copyOf, maybe, one, written } from "../forms/finding.js";
import { offer } from "../files/offer.js";
import { wakeClosing } from "./closing.js";
import { wakeHosting } from "./hosting.js";
import { look } from "./looking.js";
import { forget, keep, keptOf } from "./receipt.js";
import { Sender, isOurs, showLate } from "./sending.js";
import { swap, unsent } from "./swapping.js";
import { tellOf } from "./trouble.js";

const main = () => one(document, "main");
const code = maybe(document, "main[data-code]")?.dataset.code ?? "";
/** @type {Sender | undefined} */
const sender = code ? new Sender(code, arrived) : undefined;

wake(main());
wakeHosting(wake);
maybe(main(), ".errors")?.focus();
look(() => main().dataset.state, found);
comeBack();
sender?.send();

/** @param {HTMLElement} now */
function wake(now) {
  wakeClosing(now);
  wakeKeeping(now);
  if (!code) return;
  const { receipt } = now.dataset;
  if (receipt) {
    keep(code, { receipt });
    // Whoever reads the address over a shoulder, or gets it sent on, gets no phone with it.
    if (location.search) history.replaceState(null, "", location.pathname);
  }
  showLate(now, code);
  sender?.tell();
}

/** @param {import("./looking.js").State | null} state */
async function found(state) {
  const now = main();
  if (!state) {
    // What was shown stays, to be read and saved.
    delete now.dataset.state;
    return tellOf("gone");
  }
  if (state.screen !== now.dataset.screen) return fetchAnew(now);
  if (typeof state.closes_in === "number") {
    now.dispatchEvent(new CustomEvent("closes-in", { detail: state.closes_in }));
  }
  for (const [group, number] of Object.entries(state.numbers ?? {})) put(now, `[data-number=${group}]`, number);
  if (typeof state.answered === "number") put(now, "[data-answered]", state.answered);
}

/** @param {HTMLElement} now @param {string} selector @param {number} number */
function put(now, selector, number) {
  const place = maybe(now, selector);
  if (place) place.textContent = String(number);
}

/** @param {HTMLElement} now */
async function fetchAnew(now, again = now.dataset.again) {
  try {
    const response = await fetch(again || location.pathname, { cache: "no-store" });
    if (response.status === 429 || response.status >= 500) return;
    const html = await response.text();
    if (wouldLose(now, html)) return tellOf("moved-on");
    // What was sent meanwhile has brought a newer page.
    if (now.isConnected && isOurs(html)) keepUnsent(now, swap(html, "new", wake));
  } catch {
    // The network is gone: the next look tries again.
  }
}

/**
 * What a host types has no place on some pages.
 * @param {HTMLElement} now @param {string} html
 */
function wouldLose(now, html) {
  const fields = /** @type {(HTMLInputElement | HTMLTextAreaElement)[]} */ (all(now, "[data-typing]"));
  return fields.some(({ id, value, defaultValue }) => value !== defaultValue && !html.includes(`id="${id}"`));
}

/** @type {import("./sending.js").Arrived} */
function arrived({ html, address }, sent) {
  if (sent.clears) {
    forget(code);
    location.replace(address);
    return;
  }
  const now = swap(html, "sent", wake);
  if (maybe(now, "[data-problem=closed]")) keepLate(now, sent.text);
}

/**
 * What was chosen, and not sent when the round closed, is not lost.
 * @param {HTMLElement} before @param {HTMLElement} now
 */
function keepUnsent(before, now) {
  if (before.dataset.asked !== now.dataset.asked) keepLate(now, unsent(before)?.labels?.[0].textContent ?? "");
}

/** @param {HTMLElement} now @param {string} text */
function keepLate(now, text) {
  const late = maybe(now, "[data-late-of]");
  if (!text || !late) return;
  keep(code, { late: { of: written(late, "lateOf"), text } });
  showLate(now, code);
}

/** A reload, or the plain address, ends where this phone was. */
async function comeBack() {
  const { receipt } = keptOf(code);
  if (!code || main().dataset.receipt || !receipt) return;
  await fetchAnew(main(), `?phone=${encodeURIComponent(receipt)}`);
  // A session that was made anew knows nothing of it.
  if (!main().dataset.receipt) forget(code);
}

/** @param {HTMLElement} now */
function wakeKeeping(now) {
  for (const keeping of all(now, "[data-keeping]")) keeping.hidden = false;
  maybe(now, "[data-print]")?.addEventListener("click", () => print());
  maybe(now, "[data-save]")?.addEventListener("click", () => {
    offer(one(now, "a[data-file]", HTMLAnchorElement), one(now, "[data-kept]").innerText, "text/plain");
    one(now, "[data-saved]").replaceChildren(copyOf(now, "[data-saved-words]"));
  });
}
