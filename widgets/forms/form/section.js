// What surrounds the forms of a quiz, a scenario or the check: waking, the device, forgetting.
function wakeSection(section, tell, signal) {
  const settled = settle();
  const forms = [...section.querySelectorAll("form")];
  const awake = forms.map((form) => wakeForm(form, section, tell, signal));
  const questions = awake.flatMap((form) => form.questions);
  if (section.querySelector("[data-restart]")) wakePath(section, awake, signal);
  section.querySelector("[data-asleep]").hidden = true;
  section.querySelector("[data-not-kept]").hidden = settled && Boolean(onDevice);
  wakeForgetting(section.querySelector("[data-forget]"), questions);
  wakeOwnDevice(section, questions[0], signal);
}

function wakeForgetting(forgetting, questions) {
  const { course, form } = forgetting.closest("[data-form]").dataset;
  forgetting.querySelector("button").addEventListener("click", () => {
    forgetThese([...questions.map((question) => question.key), ...historyOf(course, form)], true);
    const status = forgetting.querySelector("[role=status]");
    status.replaceChildren(forgetting.querySelector("template").content.cloneNode(true));
  });
  const hush = () => forgetting.querySelector("[role=status]").replaceChildren();
  forgetting.addEventListener("toggle", () => forgetting.open || hush());
  forgetting.closest("[data-form]").addEventListener("input", hush);
}

function wakeOwnDevice(section, question, signal) {
  const asking = section.querySelector("[data-own-device]");
  // A widget is put on the page after it is woken; only then is it plain whether another asks.
  requestAnimationFrame(() => {
    const asked = ownDevice() || !onDevice || document.querySelector("[data-own-device]:not([hidden])");
    asking.hidden = Boolean(asked);
  });
  asking.addEventListener("click", (event) => {
    const answer = event.target.closest("button")?.value;
    if (!answer) return;
    section.querySelector("[data-not-kept]").hidden = answerOwnDevice(answer);
    announce(OWN_DEVICE, asking);
    asking.hidden = true;
    question.first.focus();
  });
  whenChanged((key) => {
    if (key === OWN_DEVICE && ownDevice() === "yes") section.querySelector("[data-not-kept]").hidden = settle() && Boolean(onDevice);
    if (ownDevice()) asking.hidden = true;
    // Whoever forgets their last answer is asked again before the next.
    else if (onDevice && !document.querySelector("[data-own-device]:not([hidden])")) asking.hidden = false;
  }, signal);
}
