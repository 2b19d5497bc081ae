// One form: questions that share a button, their errors and their feedback.
function wakeForm(form, section, tell, signal) {
  const compiled = JSON.parse(form.querySelector("[data-outcomes]").textContent);
  const { outcomes, passages, then, asked_when: askedWhen, optional } = compiled;
  const questions = [...form.querySelectorAll("[data-question]")].map((element) =>
    wakeQuestion(element, section),
  );
  const summary = form.querySelector("[data-errors]");
  const region = form.querySelector("[data-feedback]");
  const again = form.querySelector("[data-again]");
  const named = (id) => questions.find((question) => question.id === id);
  const isAsked = (question) => !question.element.hidden;
  const isNeeded = (question) => isAsked(question) && !optional.includes(question.id);

  function responses(isMeant = (question) => question.mayBeShown) {
    const given = questions.filter((question) => isAsked(question) && isMeant(question));
    return Object.fromEntries(given.map((question) => [question.id, question.response]));
  }

  const tellKernel = () => tell(responses((question) => !question.isPrivate));

  // Some questions are only asked of whoever gave certain answers to those before them.
  function ask() {
    const given = responses();
    for (const [id, conditions] of Object.entries(askedWhen)) {
      named(id).element.hidden = !meetsAny(conditions, given);
    }
  }

  function showErrors(missing) {
    for (const question of questions) {
      question.showError(missing.includes(question));
      const line = summary.querySelector(`[data-for="${question.id}"]`);
      if (line) line.hidden = !missing.includes(question);
    }
    summary.hidden = !missing.length;
  }

  function textsForOutcomes() {
    const found = questions.map((question) => [question, outcomeOf(outcomes[question.id], question.response)]);
    const ids = found.flatMap(([question, { result, feedback }]) => [
      `result/${result}`,
      ...feedback.map((id) => `${question.id}/${id}`),
    ]);
    if (then) ids.push(`onward/${then[questions[0].response[0]] ? "next" : "end"}`);
    return ids;
  }

  function showFeedback() {
    const ids = passages.length ? fittingPassages(passages, responses()) : textsForOutcomes();
    const text = (id) => form.querySelector(`[data-text="${id}"]`).content.cloneNode(true);
    region.replaceChildren(...ids.map(text));
    fillIn(region, named);
    if (again) again.hidden = false;
  }

  function hideFeedback() {
    region.replaceChildren();
    if (again) again.hidden = true;
  }

  function restore() {
    const restored = new Map(questions.map((question) => [question, question.restore()]));
    ask();
    const checked = questions.every((question) =>
      question.answered
        ? (restored.get(question) && !question.isWrong) || !isAsked(question)
        : !isNeeded(question),
    );
    showErrors([]);
    if (checked && questions.some((question) => question.answered)) showFeedback();
    else hideFeedback();
    return region.childElementCount > 0;
  }

  function save(changed, checked) {
    for (const question of changed) {
      question.save(checked);
      announce(question.key, form);
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const missing = questions.filter(
      (question) => (isNeeded(question) && !question.answered) || (isAsked(question) && question.isWrong),
    );
    showErrors(missing);
    if (missing.length) return summary.focus();
    showFeedback();
    save(questions.filter((question) => question.answered || recall(question.key)), true);
    region.querySelector("[tabindex]")?.focus();
    tellKernel();
  });

  form.addEventListener("input", (event) => {
    const changed = questions.find((question) => question.element.contains(event.target));
    if (!changed) return;
    ask();
    changed.showError(false);
    hideFeedback();
    save([changed], false);
  });

  // JupyterLab cancels every line break inside a cell, and with it Enter in a text field.
  form.addEventListener("beforeinput", (event) => event.stopPropagation(), { capture: true });

  function clear() {
    for (const question of questions) question.response = [];
    ask();
    showErrors([]);
    hideFeedback();
    save(questions.filter((question) => recall(question.key)), false);
  }

  again?.addEventListener("click", () => {
    clear();
    questions[0].first.focus();
  });

  // From an error, or from an answer in the result, to its question.
  form.addEventListener("click", (event) => {
    const place = event.target.closest("a")?.closest("[data-for]")?.dataset.for;
    if (!place) return;
    event.preventDefault();
    named(place).target.focus();
  });

  whenChanged((key, from) => {
    const ours = [null, OWN_DEVICE].includes(key) || questions.some((question) => question.key === key);
    if (!ours || from === form) return;
    const hadResult = region.childElementCount > 0;
    // What is forgotten here is not to be remembered there.
    if (!restore() && hadResult && !questions.some((question) => question.answered)) tellKernel();
  }, signal);

  form.querySelector("[data-check]").disabled = false;
  if (restore()) tellKernel();
  return {
    element: form,
    questions,
    clear,
    // Which decision follows what was chosen here: undefined before, null at the end of a story.
    then: () => (region.childElementCount ? then?.[questions[0].response[0]] : undefined),
  };
}

// What was said in answer to a question, where its words are shown again; nothing said shows nothing.
function fillIn(region, named) {
  for (const place of region.querySelectorAll("[data-said]")) {
    place.textContent = named(place.dataset.said).said;
  }
  for (const pair of region.querySelectorAll("[data-pair]")) {
    pair.hidden = [...pair.querySelectorAll("[data-said]")].every((place) => !place.textContent);
  }
}
