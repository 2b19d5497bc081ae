// Where answers are kept: on the learner's own device, else in this tab, else only on this page.
const PREFIX = "coproduction/";
const OWN_DEVICE = PREFIX + "own-device";
const onThisPage = new Map();
const onDevice = usableStorage("localStorage");
const inTab = usableStorage("sessionStorage");

function usableStorage(name) {
  try {
    const storage = globalThis[name];
    storage.setItem(PREFIX + "probe", "");
    storage.removeItem(PREFIX + "probe");
    return storage;
  } catch {
    return null;
  }
}

function ownDevice() {
  return onDevice?.getItem(OWN_DEVICE) ?? inTab?.getItem(OWN_DEVICE) ?? null;
}

function keeper() {
  return ownDevice() === "yes" ? onDevice : inTab;
}

function answerOwnDevice(answer) {
  if (answer === "no") return void inTab?.setItem(OWN_DEVICE, answer);
  onDevice.setItem(OWN_DEVICE, answer);
  const keys = Object.keys(inTab ?? {}).filter((key) => key.startsWith(PREFIX));
  for (const key of keys) {
    onDevice.setItem(key, inTab.getItem(key));
    inTab.removeItem(key);
  }
}

function recall(key) {
  const text = onThisPage.get(key) ?? keeper()?.getItem(key) ?? null;
  try {
    const record = JSON.parse(text);
    return typeof record === "object" ? record : null;
  } catch {
    return null;
  }
}

// Answers whether the record will outlive the page.
function remember(key, record) {
  try {
    keeper().setItem(key, JSON.stringify(record));
    onThisPage.delete(key);
    return true;
  } catch {
    onThisPage.set(key, JSON.stringify(record));
    return false;
  }
}

function forget(key) {
  onThisPage.delete(key);
  onDevice?.removeItem(key);
  inTab?.removeItem(key);
}

// The same question may stand elsewhere on the page, in another view or in another tab.
function announce(key, from) {
  document.dispatchEvent(new CustomEvent(PREFIX, { detail: { key, from } }));
}

function whenChanged(react, signal) {
  document.addEventListener(PREFIX, (event) => react(event.detail.key, event.detail.from), { signal });
  globalThis.addEventListener("storage", (event) => react(event.key, null), { signal });
}
