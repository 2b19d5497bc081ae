// The way through a scenario: a decision shows once the one before it has led there.
function wakePath(section, forms, signal) {
  const restart = section.querySelector("[data-restart]");
  const named = (id) => forms.find((form) => form.questions[0].id === id);

  function show() {
    const met = new Set();
    for (let form = forms[0]; form; form = named(form.then())) met.add(form);
    for (const form of forms) form.element.hidden = !met.has(form);
    restart.hidden = forms[0].then() === undefined;
  }

  // Whoever takes another turn meets what follows from there afresh; looking at it costs nothing.
  const turn = (form) => String(form.questions[0].response);
  const taken = new Map(forms.map((form) => [form, turn(form)]));
  section.addEventListener("submit", (event) => {
    const at = forms.findIndex((form) => form.element === event.target);
    if (at < 0 || forms[at].then() === undefined) return;
    if (taken.get(forms[at]) !== turn(forms[at])) for (const form of forms.slice(at + 1)) form.clear();
    taken.set(forms[at], turn(forms[at]));
    show();
  });

  restart.addEventListener("click", () => {
    for (const form of forms) form.clear();
    show();
    forms[0].questions[0].first.focus();
  });

  section.querySelector("[data-skip]")?.addEventListener("click", (event) => {
    event.preventDefault();
    section.querySelector(".after").focus();
  });

  whenChanged(show, signal);
  show();
}
