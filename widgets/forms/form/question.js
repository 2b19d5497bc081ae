// One question on the page: its inputs, its error and what is remembered of it.
import { dayInWords } from "../../memory/days.js";
import { keyOf } from "../../memory/keys.js";
import { isOwnDevice, onDevice, recall, remember } from "../../memory/storage.js";
import { all, copyOf, maybe, one } from "../finding.js";

/** @typedef {import("./outcomes.js").Response} Response */

const TEXT = "input[type=text], input[type=date], textarea";
const OPTION = "input[type=radio], input[type=checkbox]";

export class Question {
  /** @param {HTMLElement} element @param {HTMLElement} section */
  constructor(element, section) {
    this.element = element;
    this.section = section;
    this.id = element.dataset.question ?? "";
    this.key = keyOf(section.dataset.course, `${section.dataset.form}/${this.id}`);
    this.isPrivate = "private" in element.dataset;
    this.text = /** @type {HTMLInputElement | null} */ (maybe(element, TEXT));
    this.options = all(element, OPTION, HTMLInputElement);
    this.first = this.text ?? this.options[0];
    this.onPaper = maybe(element, "[data-on-paper]");
    this.text?.addEventListener("input", () => this.writeOnPaper());
  }

  // No printer breaks a field over two pages: it cuts a line in two. A copy of its words it can.
  writeOnPaper() {
    if (this.text && this.onPaper) this.onPaper.textContent = this.said;
  }

  get chosen() {
    return this.options.filter((option) => option.checked);
  }

  /** @returns {Response} */
  get response() {
    return this.text ? this.text.value : this.chosen.map((option) => option.value);
  }

  /** @param {unknown} response */
  set response(response) {
    if (this.text) write(this.text, typeof response === "string" ? response : "");
    this.writeOnPaper();
    const chosen = Array.isArray(response) ? response : [];
    for (const option of this.options) option.checked = chosen.includes(option.value);
  }

  // What is private is put into a result, and so into files, on the learner's own device only.
  get mayBeShown() {
    return !this.isPrivate || isOwnDevice();
  }

  get answered() {
    return Boolean(this.text ? this.text.value.trim() : this.chosen.length);
  }

  // A day that is half typed, or in no year that anyone plans for.
  get isWrong() {
    return Boolean(this.text) && !this.text?.validity.valid;
  }

  // What is known of it in words: what was written, a day in full, or the options chosen.
  get said() {
    const { text } = this;
    if (!text) return this.chosen.map((option) => option.labels?.[0].textContent).join("; ");
    if (text.type !== "date" || !text.value) return text.value.trim();
    return dayInWords(new Date(text.value), this.section.dataset.dates);
  }

  // Where a link that leads to the question should go.
  get target() {
    return this.chosen[0] ?? this.first;
  }

  /** @param {boolean} shown */
  showError(shown) {
    one(this.element, "[data-error]").replaceChildren(...(shown ? [copyOf(this.element, "[data-error-text]")] : []));
    this.text?.setAttribute("aria-invalid", String(shown));
  }

  /** @param {boolean} checked */
  save(checked) {
    const done = checked || Boolean(recall(this.key)?.done);
    const { response } = this;
    const record = { fingerprint: this.element.dataset.fingerprint, response, checked, done, at: Date.now() };
    const kept = remember(this.key, record);
    one(this.section, "[data-not-kept]").hidden = kept && Boolean(onDevice);
    one(this.element, "[data-changed]").hidden = true;
  }

  // Answers whether what is shown was checked in the words that stand there now.
  restore() {
    const record = recall(this.key);
    const same = !record || record.fingerprint === this.element.dataset.fingerprint;
    this.response = record?.response ?? "";
    one(this.element, "[data-changed]").hidden = same;
    return Boolean(record?.checked && same);
  }
}

/**
 * A day that is half typed has no value, and stays until it is set.
 * @param {HTMLInputElement} input @param {string} text
 */
function write(input, text) {
  if (input.value !== text || !input.validity.valid) input.value = text;
}
