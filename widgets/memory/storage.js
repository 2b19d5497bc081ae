// Where answers are kept: on the learner's own device, else in this tab, else only on this page.
const PREFIX = "coproduction/";
const OWN_DEVICE = PREFIX + "own-device";
const FORGET = PREFIX + "forget";
// How someone takes part in their project is kept on their own device or not at all.
const SEAT = "/seat";
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
  const ours = (key) => key.startsWith(PREFIX) && ![OWN_DEVICE, FORGET].includes(key);
  return Object.keys(storage ?? {}).filter(ours);
}

// Everything of one course that this tab or this device holds, readable or not, by form/question.
function placesOf(course) {
  const prefix = `${PREFIX}${course}/`;
  const keys = new Set([...onThisPage.keys(), ...answerKeys(inTab), ...answerKeys(onDevice)]);
  return [...keys].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
}

// What was answered in one course, as [form/question, record].
function answersTo(course) {
  const records = placesOf(course).map((place) => [place, recall(`${PREFIX}${course}/${place}`)]);
  return records.filter(([, record]) => record);
}

function forgetAll(course) {
  for (const place of placesOf(course)) forget(`${PREFIX}${course}/${place}`, true);
  announce(null, null);
}

// Other tabs hold answers of their own: writing a key and taking it away again tells them.
function forgetEverywhere(course) {
  forgetAll(course);
  try {
    onDevice.setItem(FORGET, course);
    onDevice.removeItem(FORGET);
  } catch {
    // Without storage on the device there is nothing to tell.
  }
}

// Heard before any form hears of it, so that what a form then shows is what is kept.
globalThis.addEventListener("storage", (event) => {
  if (event.key === FORGET && event.newValue) forgetAll(event.newValue);
  if (event.key === OWN_DEVICE) settle();
});

// Both answer whether what is kept will outlive the tab, where that is wanted.
function answerOwnDevice(answer) {
  try {
    // Answers first: another tab that hears of a yes then finds which of its own are older.
    if (answer === "yes") tabKeys().forEach(copyToDevice);
    (answer === "yes" ? onDevice : inTab).setItem(OWN_DEVICE, answer);
    return settle();
  } catch {
    return false;
  }
}

// What this tab kept goes to the device, once a learner says in any tab that it is theirs.
function settle() {
  if (ownDevice() !== "yes") return true;
  return tabKeys().map(moveToDevice).every(Boolean);
}

function tabKeys() {
  return [...onThisPage.keys(), ...answerKeys(inTab)];
}

function copyToDevice(key) {
  try {
    if (!isNewerOnDevice(key)) onDevice.setItem(key, JSON.stringify(recall(key)));
  } catch {
    // A device that is full is found out, and told of, when the answers are moved.
  }
}

function moveToDevice(key) {
  if (!isNewerOnDevice(key)) return remember(key, recall(key));
  onThisPage.delete(key);
  inTab?.removeItem(key);
  return true;
}

function isNewerOnDevice(key) {
  return (parsed(onDevice.getItem(key))?.at ?? 0) > (recall(key)?.at ?? 0);
}

function recall(key) {
  const device = ownDevice() === "yes" ? onDevice : null;
  const text = onThisPage.get(key) ?? inTab?.getItem(key) ?? device?.getItem(key) ?? null;
  const record = parsed(text);
  return typeof record === "object" ? record : null;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

// Answers whether the record is kept where it should be; if not, it is kept for as long as can be.
function remember(key, record) {
  const text = JSON.stringify(record);
  if (key.endsWith(SEAT) && ownDevice() !== "yes") {
    onThisPage.set(key, text);
    return true;
  }
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

// What another tab keeps on the device goes only where all is to be forgotten.
function forget(key, everywhere = false) {
  onThisPage.delete(key);
  if (everywhere || ownDevice() !== "no") onDevice?.removeItem(key);
  inTab?.removeItem(key);
  // A browser that holds no answer holds nothing of ours, and asks again.
  if (answerKeys(onDevice).length + answerKeys(inTab).length) return;
  onDevice?.removeItem(OWN_DEVICE);
  inTab?.removeItem(OWN_DEVICE);
}

// All go before any is told of, so that nothing is drawn from what is half forgotten.
function forgetThese(keys, everywhere = false) {
  for (const key of keys) forget(key, everywhere);
  for (const key of keys) announce(key, null);
}

// The same question may stand elsewhere on the page, in another view or in another tab.
function announce(key, from) {
  document.dispatchEvent(new CustomEvent(PREFIX, { detail: { key, from } }));
}

function whenChanged(react, signal) {
  document.addEventListener(PREFIX, (event) => react(event.detail.key, event.detail.from), { signal });
  globalThis.addEventListener("storage", (event) => react(event.key, null), { signal });
}
