// The plan: one commitment to begin with, more on request, first steps offered from the check.
function wakePlan(plan, signal) {
  const section = plan.querySelector("[data-form]");
  const { course, form: planId } = section.dataset;
  const commitments = [...section.querySelectorAll("form")];
  const another = section.querySelector("[data-another]");
  const key = (question) => `${PREFIX}${course}/${planId}/${question.dataset.question}`;
  const keys = (commitment) => [...commitment.querySelectorAll("[data-question]")].map(key);
  const isWritten = (commitment) => keys(commitment).some((key) => answeredIn(recall(key)));
  const asked = new Set([commitments[0]]);

  function show() {
    for (const commitment of commitments) {
      const written = isWritten(commitment);
      commitment.hidden = !written && !asked.has(commitment);
      commitment.querySelector("[data-take-out]").hidden = !written;
      commitment.toggleAttribute("data-written", written);
    }
    another.hidden = commitments.every((commitment) => !commitment.hidden);
  }

  function open(commitment) {
    asked.add(commitment);
    show();
    return commitment;
  }

  another.addEventListener("click", () => {
    const next = open(commitments.find((commitment) => commitment.hidden));
    next.querySelector("input").focus();
  });

  for (const commitment of commitments) {
    commitment.querySelector("[data-take-out]").addEventListener("click", () => {
      forgetThese(keys(commitment));
      commitment.querySelector("input").focus();
    });
  }

  // What a commitment will do is the one long text in it. What is written there stays.
  section.querySelector("[data-steps]").addEventListener("click", (event) => {
    const step = event.target.closest("button")?.previousElementSibling.textContent;
    const text = (commitment) => commitment.querySelector("textarea");
    const free = step && commitments.find((commitment) => !text(commitment).value.trim());
    if (!free) return;
    open(free);
    text(free).value = step;
    text(free).dispatchEvent(new Event("input", { bubbles: true }));
    text(free).focus();
  });

  function offerSteps() {
    const steps = section.querySelector("[data-steps]");
    const checked = ({ dataset }) => recall(`${PREFIX}${steps.dataset.place}/${dataset.questionOf}`);
    for (const step of steps.querySelectorAll("li")) {
      const record = checked(step);
      step.hidden = !record?.checked || record.response?.[0] !== step.dataset.answer;
    }
    const nowhere = commitments.every((commitment) => commitment.querySelector("textarea").value.trim());
    steps.hidden = nowhere || [...steps.querySelectorAll("li")].every((step) => step.hidden);
  }

  whenChanged(() => {
    show();
    offerSteps();
  }, signal);
  show();
  offerSteps();
}

function answeredIn(record) {
  const response = record?.response;
  return typeof response === "string" ? Boolean(response.trim()) : Boolean(response?.length);
}
