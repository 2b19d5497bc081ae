// A clock that informs: how long the session has gone on, in minutes, since its first step was left.
import { all, written } from "../finding.js";

const A_MINUTE = 60_000;
const OFTEN = 5_000;

/**
 * @param {HTMLElement} session
 * @returns {() => void} what starts it, once
 */
export function wakeClock(session) {
  // It outlives a reload and goes with the window; nothing else does.
  let begun = begunBefore();
  const tell = () => say(session, begun ? minutesSince(begun) : 0);
  tell();
  setInterval(tell, OFTEN);
  return () => {
    if (begun) return;
    begun = Date.now();
    history.replaceState({ begun }, "");
    tell();
  };
}

/** @returns {number} 0 where it has not begun */
function begunBefore() {
  const { state } = history;
  return typeof state?.begun === "number" ? state.begun : 0;
}

/**
 * The computer's clock may have been set back meanwhile.
 * @param {number} begun
 */
function minutesSince(begun) {
  return Math.max(0, Math.floor((Date.now() - begun) / A_MINUTE));
}

/** @param {HTMLElement} session @param {number} minutes */
function say(session, minutes) {
  const said = ` · ${written(session, "clock").replace("@spent@", String(minutes))}`;
  for (const time of all(session, "[data-time]")) if (time.textContent !== said) time.textContent = said;
}
