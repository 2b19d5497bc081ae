// Where answers are kept: on the learner's own device, else in this tab, else only on this page.
const PREFIX = "coproduction/";
const OWN_DEVICE = PREFIX + "own-device";
const onThisPage = new Map();
const onDevice = usableStorage("localStorage");
const inTab = usableStorage("sessionStorage");

function usableStorage(name) {
  try {
    const storage = globalThis[name];
    // Blocked storage fails here. Full storage can be read, and only fails when written to.
    storage.getItem(PREFIX);
    return storage;
  } catch {
    return null;
  }
}

// A tab that was told "no" keeps to it, whatever another tab is told.
function ownDevice() {
  return inTab?.getItem(OWN_DEVICE) ?? onDevice?.getItem(OWN_DEVICE) ?? null;
}

function keeper() {
  return ownDevice() === "yes" ? onDevice : inTab;
}

function answerKeys(storage) {
  const ours = (key) => key.startsWith(PREFIX) && key !== OWN_DEVICE;
  return Object.keys(storage ?? {}).filter(ours);
}

// What was answered in one course, as [form/question, record].
function answersTo(course) {
  const prefix = `${PREFIX}${course}/`;
  const keys = new Set([...onThisPage.keys(), ...answerKeys(inTab), ...answerKeys(onDevice)]);
  const places = [...keys].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  return places.map((place) => [place, recall(prefix + place)]).filter(([, record]) => record);
}

// Both answer whether what is kept will outlive the tab, where that is wanted.
function answerOwnDevice(answer) {
  try {
    (answer === "yes" ? onDevice : inTab).setItem(OWN_DEVICE, answer);
    return settle();
  } catch {
    return false;
  }
}

// What this tab kept goes to the device, once a learner says in any tab that it is theirs.
function settle() {
  if (ownDevice() !== "yes") return true;
  return answerKeys(inTab).every((key) => remember(key, recall(key)));
}

function recall(key) {
  const device = ownDevice() === "yes" ? onDevice : null;
  const text = onThisPage.get(key) ?? inTab?.getItem(key) ?? device?.getItem(key) ?? null;
  try {
    const record = JSON.parse(text);
    return typeof record === "object" ? record : null;
  } catch {
    return null;
  }
}

// Answers whether the record is kept where it should be; if not, it is kept for as long as can be.
function remember(key, record) {
  const text = JSON.stringify(record);
  for (const storage of [keeper(), inTab]) {
    try {
      storage.setItem(key, text);
      onThisPage.delete(key);
      if (storage !== inTab) inTab?.removeItem(key);
      return storage === keeper();
    } catch {
      continue;
    }
  }
  onThisPage.set(key, text);
  return false;
}

function forget(key) {
  onThisPage.delete(key);
  onDevice?.removeItem(key);
  inTab?.removeItem(key);
  // A browser that holds no answer holds nothing of ours, and asks again.
  if (answerKeys(onDevice).length + answerKeys(inTab).length) return;
  onDevice?.removeItem(OWN_DEVICE);
  inTab?.removeItem(OWN_DEVICE);
}

// The same question may stand elsewhere on the page, in another view or in another tab.
function announce(key, from) {
  document.dispatchEvent(new CustomEvent(PREFIX, { detail: { key, from } }));
}

function whenChanged(react, signal) {
  document.addEventListener(PREFIX, (event) => react(event.detail.key, event.detail.from), { signal });
  globalThis.addEventListener("storage", (event) => react(event.key, null), { signal });
}
