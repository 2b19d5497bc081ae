// Waking what Python drew, wherever it stands.
function wake(root, { tell = () => {}, signal } = {}) {
  for (const part of root.querySelectorAll('.coproduction script[type="text/html"]')) {
    part.outerHTML = part.textContent;
  }
  for (const section of root.querySelectorAll("[data-form]")) {
    if (section.dataset.awake) continue;
    section.dataset.awake = "true";
    distinguish(section);
    try {
      wakeSection(section, tell, signal);
    } catch (error) {
      // One form that fails leaves the others awake.
      console.error(error);
    }
  }
  for (const navigation of root.querySelectorAll("[data-navigation]")) wakeNavigation(navigation, signal);
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
