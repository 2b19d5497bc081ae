// Which modules are started and which are done, from what this browser remembers.
function wakeNavigation(navigation, signal) {
  const modules = [...navigation.querySelectorAll("[data-questions]")];
  const record = (place) => recall(`${PREFIX}${navigation.dataset.course}/${place}`);

  function stateOf(module) {
    const records = module.dataset.questions.split(" ").map(record);
    if (records.every((found) => found?.done)) return "done";
    return records.some(Boolean) ? "started" : "not-started";
  }

  // The module last answered in, or if that is done the first after it that is not.
  function resumed() {
    const place = ([place]) => modules.find((module) => module.dataset.forms.split(" ").includes(place.split("/")[0]));
    const latest = answersTo(navigation.dataset.course)
      .filter(([, record]) => record.at)
      .sort(([, one], [, other]) => other.at - one.at)
      .map(place)
      .find(Boolean);
    return latest && modules.slice(modules.indexOf(latest)).find((module) => stateOf(module) !== "done");
  }

  function showResume() {
    const resume = document.querySelector("[data-resume]");
    // Only the home page has one; elsewhere every keystroke would read all answers for nothing.
    if (!resume) return;
    const link = resumed()?.querySelector("a");
    resume.hidden = !link;
    if (!link) return;
    resume.href = link.href;
    resume.querySelector("[data-title]").textContent = link.textContent;
  }

  function show() {
    showResume();
    let done = 0;
    for (const module of modules) {
      const state = stateOf(module);
      module.dataset.progress = state;
      done += state === "done";
      for (const word of module.querySelectorAll("[data-state]")) word.hidden = word.dataset.state !== state;
    }
    for (const number of navigation.querySelectorAll("[data-done]")) number.textContent = done;
  }

  whenChanged(show, signal);
  show();
}
