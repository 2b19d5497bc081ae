// Waking what Python drew, wherever it stands.
const PARTS = {
  earlier: wakeEarlier,
  reminders: wakeReminders,
  memory: wakeMemory,
  navigation: wakeNavigation,
  hide: wakeHide,
};

function wake(root, { tell = () => {}, signal } = {}) {
  for (const part of root.querySelectorAll('.coproduction script[type="text/html"]')) {
    part.outerHTML = part.textContent;
  }
  for (const section of root.querySelectorAll("[data-form]")) {
    if (section.dataset.awake) continue;
    section.dataset.awake = "true";
    distinguish(section);
    attempt(() => wakeSection(section, tell, signal));
  }
  // A link out of a widget would take JupyterLab's place.
  for (const link of isInJupyter() ? root.querySelectorAll("[data-outside] a") : []) {
    link.target = "_blank";
    link.rel = "noopener";
  }
  wakeParts(root, PARTS, signal);
}

function isInJupyter() {
  return "jpThemeLight" in document.body.dataset;
}

function wakeParts(root, parts, signal) {
  for (const [name, wakePart] of Object.entries(parts)) {
    for (const part of root.querySelectorAll(`[data-${name}]`)) attempt(() => wakePart(part, signal));
  }
}

// One part that fails leaves the others awake.
function attempt(waking) {
  try {
    waking();
  } catch (error) {
    console.error(error);
  }
}

// The same form may stand twice on a page: from the second on, its ids get a number.
function distinguish(section) {
  const drawn = (document.coproductionForms ??= {});
  const number = (drawn[section.dataset.form] = (drawn[section.dataset.form] ?? 0) + 1);
  if (number === 1) return;
  for (const attribute of ["id", "for", "href", "aria-labelledby", "aria-describedby"]) {
    for (const element of section.querySelectorAll(`[${attribute}]`)) {
      const ids = element.getAttribute(attribute).split(" ");
      if (attribute === "href" && !ids[0].startsWith("#")) continue;
      element.setAttribute(attribute, ids.map((id) => `${id}-${number}`).join(" "));
    }
  }
}

// What anywidget calls for each view of a Form.
function render({ model, el, signal }) {
  const tell = (responses) => {
    try {
      model.send({ responses });
    } catch {
      // No kernel listens: the answer is kept in the browser all the same.
    }
  };
  el.innerHTML = model.get("html");
  wake(el, { tell, signal });
}
