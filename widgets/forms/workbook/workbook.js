// The check with what follows from it: kept by its day, what moved, the plan, what to take away.
function wakeWorkbook(workbook, signal) {
  const section = workbook.querySelector("[data-form]");
  const after = workbook.querySelectorAll("[data-after]");
  const { course, form } = section.dataset;
  const listeners = [];
  const check = {
    isChecked: () => section.querySelector("[data-feedback]").childElementCount > 0,
    answers,
    whenChecked: (listener) => listeners.push(listener),
  };

  function answers() {
    const chosen = [...section.querySelectorAll("[data-question]:not([hidden], [data-private]) input[type=radio]:checked")];
    const result = section.querySelector("[data-result]").dataset.result;
    return { ...Object.fromEntries(chosen.map((input) => [input.name, input.value])), result };
  }

  function show() {
    for (const part of after) part.hidden = !check.isChecked();
    for (const listener of listeners) listener();
  }

  section.addEventListener("submit", () => {
    if (check.isChecked()) keepInHistory(course, form, answers());
    show();
  });

  // What was answered is kept under its day; the questions are asked afresh.
  workbook.querySelector("[data-afresh]").addEventListener("click", () => {
    const questions = [...section.querySelectorAll("[data-question]")];
    forgetThese(questions.map(({ dataset }) => `${PREFIX}${course}/${form}/${dataset.question}`));
    section.querySelector("input").focus();
  });

  wakeMoved(workbook.querySelector("[data-moved]"), check);
  whenChanged(show, signal);
  show();
}
