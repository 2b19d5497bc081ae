// Files of what the page shows, made on this device.
const WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

function wakeTakeAway(part) {
  const workbook = part.closest(".coproduction-workbook");
  const status = part.querySelector("[role=status]");
  const shown = () => linesOf(takenFrom(workbook));
  const columns = [...part.querySelector("[data-columns]").content.children].map((column) => column.textContent);
  const pattern = JSON.parse(part.dataset.calendar);

  function say(said) {
    status.replaceChildren(part.querySelector(`[data-said-of=${said}]`).content.cloneNode(true));
  }

  function saidOf(kind, content) {
    if (!content) return "nothing";
    if (kind !== "progress" && hasUnsaved(workbook)) return "unsaved";
    return kind === "calendar" && !datedCommitments(workbook).length ? "no_days" : "made";
  }

  const makers = {
    word: () => [wordOf(shown(), WORD), WORD_TYPE],
    spreadsheet: () => [spreadsheetOf(shown(), columns), "text/csv"],
    calendar: () => [calendarOf(pattern, eventsOf(workbook)), "text/calendar"],
    progress: () => [progressFile(part.dataset.course), "application/json"],
  };

  // JupyterLab prints itself, and not the part that is meant.
  part.querySelector("[data-make=print]").hidden = isInJupyter();
  part.addEventListener("click", (event) => {
    const kind = event.target.closest("[data-make]")?.dataset.make;
    if (kind === "print") return print();
    if (!kind) return;
    const [content, type] = makers[kind]();
    if (content) offer(part.querySelector(`[data-file=${kind}]`), content, type);
    say(saidOf(kind, content));
  });
}

// Without a saved commitment the plan's heading would stand over nothing.
function takenFrom(workbook) {
  const isBare = (part) => part.matches("h3") && !workbook.querySelector("[data-step]");
  return [...workbook.querySelectorAll("[data-taken]")].filter((part) => !isBare(part));
}

function hasUnsaved(workbook) {
  return [...workbook.querySelectorAll(".commitment[data-written]")].some((form) => !form.querySelector("[data-step]"));
}

// Every commitment that is saved and has a day, and the days to look again; each says whose view it is.
function eventsOf(workbook) {
  const { heading, view } = workbook.querySelector("[data-look-again]").dataset;
  const again = [...workbook.querySelectorAll("[data-look-again] [data-days]")].map((item) => ({
    day: item.querySelector("time").dateTime,
    summary: heading,
    description: [view, new URL(item.dataset.href, location.href).href].join("\n"),
  }));
  return [...datedCommitments(workbook).map((form) => commitmentDay(form, view)), ...again];
}

function datedCommitments(workbook) {
  const saved = [...workbook.querySelectorAll(".commitment")].filter((form) => form.querySelector("[data-step]"));
  return saved.filter((form) => form.querySelector("[type=date]").value);
}

function commitmentDay(form, view) {
  const lines = linesOf([form.querySelector("[data-feedback]")]);
  const inOne = ({ label, text }) => [label, text].filter(Boolean).join(": ");
  return {
    day: form.querySelector("[type=date]").value,
    summary: form.querySelector("[data-step]").textContent.trim(),
    description: [view, ...lines.map(inOne)].join("\n"),
  };
}
