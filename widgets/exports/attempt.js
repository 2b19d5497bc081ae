// A learner's attempt as a learning system keeps it: read once, and told only what has changed.
import { findApi } from "./api.js";

/** @typedef {import("./api.js").Api} Api */

const UNTOUCHED = ["browse", "review"];

export class Attempt {
  /** @type {Api | null} */
  #api = findApi();
  /** @type {Map<string, string>} */
  #told = new Map();
  #open = false;
  #mayTell = false;
  // Whether something that it was told has not been taken.
  failed = false;

  constructor() {
    this.#open = this.#ask((api) => isYes(api.LMSInitialize("")));
    this.failed = Boolean(this.#api) && !this.#open;
    this.#mayTell = !UNTOUCHED.includes(this.get("cmi.core.lesson_mode"));
  }

  get exists() {
    return Boolean(this.#api);
  }

  /** @param {string} name */
  get(name) {
    return this.#open ? this.#ask((api) => String(api.LMSGetValue(name) ?? "")) || "" : "";
  }

  /** @param {Record<string, string>} values by their names */
  tell(values) {
    if (!this.#open || !this.#mayTell) return;
    const changed = Object.entries(values).filter(([name, value]) => this.#told.get(name) !== value);
    if (!changed.length) return;
    const taken = changed.map(([name, value]) => this.#set(name, value));
    const kept = this.#ask((api) => isYes(api.LMSCommit("")));
    this.failed = !(kept && taken.every(Boolean));
    // What was not kept is told again with what comes next.
    if (!kept) this.#told.clear();
  }

  // The window goes, and with it what might be told later.
  end() {
    if (!this.#open) return;
    this.#ask((api) => api.LMSCommit(""));
    this.#ask((api) => api.LMSFinish(""));
    this.#open = false;
  }

  /** @param {string} name @param {string} value */
  #set(name, value) {
    const taken = this.#ask((api) => isYes(api.LMSSetValue(name, value)));
    if (taken) this.#told.set(name, value);
    return taken;
  }

  /**
   * A learning system's own window may be gone, or it may fail.
   * @template T @param {(api: Api) => T} question @returns {T | false}
   */
  #ask(question) {
    try {
      return this.#api ? question(this.#api) : false;
    } catch {
      return false;
    }
  }
}

// Some systems answer with a truth value where the standard says text.
/** @param {unknown} answer */
function isYes(answer) {
  return String(answer) === "true";
}
