// Which modules are started and which are done, from what this browser remembers.
function wakeNavigation(navigation, signal) {
  const modules = [...navigation.querySelectorAll("[data-questions]")];
  const record = (place) => recall(`${PREFIX}${navigation.dataset.course}/${place}`);

  function stateOf(module) {
    const records = module.dataset.questions.split(" ").map(record);
    if (records.every((found) => found?.done)) return "done";
    return records.some(Boolean) ? "started" : "not-started";
  }

  function show() {
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
