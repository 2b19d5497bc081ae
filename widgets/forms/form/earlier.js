// What the learner answered in earlier lessons, shown again where it helps.
function wakeEarlier(earlier, signal) {
  const places = [...earlier.querySelectorAll("[data-key]")];

  function show() {
    for (const place of places) {
      const options = JSON.parse(place.dataset.options);
      const said = saidIn(recall(PREFIX + place.dataset.key)?.response, options);
      place.querySelector("dd").textContent = said;
      place.hidden = !said;
    }
    earlier.hidden = places.every((place) => place.hidden);
  }

  whenChanged(show, signal);
  show();
}

// Whatever else is stored, or chosen among options that are gone, was not said.
function saidIn(response, options) {
  if (typeof response === "string") return response.trim();
  if (!Array.isArray(response)) return "";
  return response.filter((id) => Object.hasOwn(options, id)).map((id) => options[id]).join("; ");
}
