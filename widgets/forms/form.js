// One form: questions that share a button, their errors and their feedback.
function wakeForm(form, section, tell, signal) {
  const { outcomes, results, then } = JSON.parse(form.querySelector("[data-outcomes]").textContent);
  const questions = [...form.querySelectorAll("[data-question]")].map((element) =>
    wakeQuestion(element, section),
  );
  const summary = form.querySelector("[data-errors]");
  const region = form.querySelector("[data-feedback]");
  const again = form.querySelector("[data-again]");
  const outcome = (question) => outcomeOf(outcomes[question.id], question.response);
  const responses = () => Object.fromEntries(questions.map((question) => [question.id, question.response]));

  function showErrors(missing) {
    for (const question of questions) {
      question.showError(missing.includes(question));
      summary.querySelector(`[data-for="${question.id}"]`).hidden = !missing.includes(question);
    }
    summary.hidden = !missing.length;
  }

  function showFeedback() {
    const ids = results.length ? [`result/${firstResult(results, responses())}`] : [];
    for (const question of questions) {
      const { result, feedback } = outcome(question);
      if (!results.length) ids.push(`result/${result}`);
      ids.push(...feedback.map((id) => `${question.id}/${id}`));
    }
    if (then) ids.push(`onward/${then[questions[0].response[0]] ? "next" : "end"}`);
    const text = (id) => form.querySelector(`[data-text="${id}"]`).content.cloneNode(true);
    region.replaceChildren(...ids.map(text));
    if (again) again.hidden = false;
  }

  function hideFeedback() {
    region.replaceChildren();
    if (again) again.hidden = true;
  }

  function restore() {
    const restored = questions.map((question) => question.restore());
    const answered = questions.every((question) => outcome(question).result !== "not-attempted");
    const checked = answered && restored.every(Boolean);
    showErrors([]);
    if (checked) showFeedback();
    else hideFeedback();
    return checked;
  }

  function save(changed, checked) {
    for (const question of changed) {
      question.save(checked);
      announce(question.key, form);
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const missing = questions.filter((question) => outcome(question).result === "not-attempted");
    showErrors(missing);
    if (missing.length) return summary.focus();
    showFeedback();
    save(questions, true);
    region.querySelector("[tabindex]")?.focus();
    tell(responses());
  });

  form.addEventListener("input", (event) => {
    const changed = questions.find((question) => question.element.contains(event.target));
    if (!changed) return;
    changed.showError(false);
    hideFeedback();
    save([changed], false);
  });

  // JupyterLab cancels every line break inside a cell, and with it Enter in a text field.
  form.addEventListener("beforeinput", (event) => event.stopPropagation(), { capture: true });

  function clear() {
    for (const question of questions) question.response = [];
    showErrors([]);
    hideFeedback();
    save(questions.filter((question) => recall(question.key)), false);
  }

  again?.addEventListener("click", () => {
    clear();
    questions[0].first.focus();
  });

  summary.addEventListener("click", (event) => {
    const place = event.target.closest("[data-for]")?.dataset.for;
    if (!place) return;
    event.preventDefault();
    questions.find((question) => question.id === place).first.focus();
  });

  whenChanged((key, from) => {
    const ours = key === null || questions.some((question) => question.key === key);
    if (ours && from !== form) restore();
  }, signal);

  form.querySelector("[data-check]").disabled = false;
  if (restore()) tell(responses());
  return {
    element: form,
    questions,
    clear,
    // Which decision follows what was chosen here: undefined before, null at the end of a story.
    then: () => (region.childElementCount ? then?.[questions[0].response[0]] : undefined),
  };
}
