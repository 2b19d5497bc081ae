// One question on the page: its inputs, its error and what is remembered of it.
function wakeQuestion(element, section) {
  const { question: id, fingerprint } = element.dataset;
  const key = PREFIX + [section.dataset.course, section.dataset.form, id].join("/");
  const text = element.querySelector("input[type=text], input[type=date], textarea");
  const options = [...element.querySelectorAll("input[type=radio], input[type=checkbox]")];
  const error = element.querySelector("[data-error]");

  const isPrivate = "private" in element.dataset;
  const question = {
    id,
    key,
    element,
    isPrivate,
    first: text ?? options[0],

    get response() {
      return text ? text.value : options.filter((option) => option.checked).map((option) => option.value);
    },

    // What is private is put into a result, and so into files, on the learner's own device only.
    get mayBeShown() {
      return !isPrivate || ownDevice() === "yes";
    },

    get answered() {
      return Boolean(text ? text.value.trim() : question.response.length);
    },

    // A day that is half typed, or in no year that anyone plans for.
    get isWrong() {
      return Boolean(text) && !text.validity.valid;
    },

    // What is known of it in words: what was written, a day in full, or the options chosen.
    get said() {
      if (!text) return options.filter((option) => option.checked).map((option) => option.labels[0].textContent).join("; ");
      if (text.type !== "date" || !text.value) return text.value.trim();
      return dayInWords(new Date(text.value), section.dataset.language);
    },

    // Where a link that leads to the question should go.
    get target() {
      return text ?? options.find((option) => option.checked) ?? options[0];
    },

    set response(response) {
      // A day that is half typed has no value, and stays until it is set.
      if (text && (text.value !== response || !text.validity.valid)) text.value = typeof response === "string" ? response : "";
      const chosen = Array.isArray(response) ? response : [];
      for (const option of options) option.checked = chosen.includes(option.value);
    },

    showError(shown) {
      const message = element.querySelector("[data-error-text]").content.cloneNode(true);
      error.replaceChildren(...(shown ? [message] : []));
      text?.setAttribute("aria-invalid", shown);
    },

    save(checked) {
      const done = checked || Boolean(recall(key)?.done);
      const record = { fingerprint, response: question.response, checked, done, at: Date.now() };
      const kept = remember(key, record);
      section.querySelector("[data-not-kept]").hidden = kept && Boolean(onDevice);
      element.querySelector("[data-changed]").hidden = true;
    },

    // Answers whether what is shown was checked in the words that stand there now.
    restore() {
      const record = recall(key);
      const same = !record || record.fingerprint === fingerprint;
      question.response = record?.response ?? (text ? "" : []);
      element.querySelector("[data-changed]").hidden = same;
      return Boolean(record?.checked && same);
    },
  };
  return question;
}
