// What each widget loads: the script and the style that all widgets of a notebook share, once.
export default { render };

async function render(view) {
  const { model, el } = view;
  try {
    const shared = await model.widget_manager.get_model(model.get("shared").replace("IPY_MODEL_", ""));
    wear(document, shared.get("style"));
    const script = await loaded(shared.get("script"));
    script.render(view);
    // Only a widget that is on the page knows in which root it stands.
    requestAnimationFrame(() => wear(el.getRootNode(), shared.get("style")));
  } catch (error) {
    // Asleep, it says how to make it work.
    el.innerHTML = model.get("html");
    console.error(error);
  }
}

function loaded(script) {
  const modules = ((document.coproduction ??= {}).modules ??= new Map());
  if (!modules.has(script)) modules.set(script, imported(script));
  return modules.get(script);
}

async function imported(script) {
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const module = await import(address);
  URL.revokeObjectURL(address);
  return module.default;
}

// A style sheet that is made, not written into the page, is let through by any security policy.
function wear(root, style) {
  const worn = root.adoptedStyleSheets;
  if (!worn || worn.some((sheet) => sheet.coproduction === style)) return;
  const sheet = Object.assign(new CSSStyleSheet(), { coproduction: style });
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [...worn, sheet];
}
