// What a button shows comes into view: below the fold, the button would seem to do nothing.

/** @param {HTMLElement} shown */
export function comeIntoView(shown) {
  const { top, bottom, height } = shown.getBoundingClientRect();
  if (top >= 0 && bottom <= innerHeight) return;
  shown.scrollIntoView({ block: height > innerHeight ? "start" : "nearest" });
}
