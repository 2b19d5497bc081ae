// The progress file: all answers to one course, to keep and to bring back; and forgetting them all.
const PROGRESS = { kind: "coproduction-progress", version: 1 };
// More than browsers keep for one address.
const LARGEST_FILE = 12_000_000;

function wakeMemory(memory) {
  const { course } = memory.dataset;
  const status = memory.querySelector("[role=status]");
  const link = memory.querySelector("a[download]");
  const file = memory.querySelector("[type=file]");

  function say(what) {
    status.replaceChildren(memory.querySelector(`[data-said="${what}"]`).content.cloneNode(true));
  }

  memory.querySelector("[data-download]").addEventListener("click", () => {
    const progress = progressFile(course);
    if (!progress) return say("nothing_to_download");
    offer(link, progress, "application/json");
    say("downloaded");
  });

  file.addEventListener("change", async () => {
    const [chosen] = file.files;
    if (!chosen) return;
    say(await bringBack(chosen, course));
    file.value = "";
  });

  memory.querySelector("[data-forget-everything]").addEventListener("click", () => {
    forgetEverywhere(course);
    say("everything_forgotten");
  });
}

function progressFile(course) {
  const mayLeave = ([place]) => !`/${place}`.endsWith(SEAT) || ownDevice() === "yes";
  const answers = Object.fromEntries(answersTo(course).filter(isAnswer).filter(mayLeave));
  return Object.keys(answers).length ? JSON.stringify({ ...PROGRESS, course, answers }) : null;
}

// Answers which of the sentences fits; nothing here changes unless the whole file is sound.
async function bringBack(file, course) {
  if (file.size > LARGEST_FILE) return "too_large";
  const progress = parsed(await file.text().catch(() => ""));
  if (progress?.kind !== PROGRESS.kind || !(Number.isInteger(progress.version) && progress.version > 0)) return "not_progress";
  if (progress.version > PROGRESS.version) return "newer_progress";
  if (progress.course !== course) return "other_course";
  const answers = Object.entries(Object(progress.answers));
  if (!answers.length || !answers.every(isAnswer)) return "not_progress";
  const kept = answers.map(([place, record]) => remember(`${PREFIX}${course}/${place}`, record));
  announce(null, null);
  return kept.every(Boolean) && ownDevice() === "yes" ? "brought_back" : "brought_back_for_now";
}

function isAnswer([place, record]) {
  const isText = (value) => typeof value === "string";
  const response = record?.response;
  const answered = isText(response) || (Array.isArray(response) && response.every(isText));
  return /^[a-z0-9-]+\/[a-z0-9-]+$/.test(place) && answered && isText(record.fingerprint);
}
