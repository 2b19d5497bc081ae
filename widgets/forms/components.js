// What may stand on any page, and in any widget.
import { wakeAnswers } from "./answers/answers.js";
import { wakeChecklist } from "./checklist/checklist.js";
import { wakeEarlier } from "./form/earlier.js";
import { wakeNavigation } from "./navigation/navigation.js";
import { wakeReminders } from "./reminders/reminders.js";
import { wakeLatest } from "./workbook/latest.js";

/** @type {import("./wake.js").Components} */
export const COMPONENTS = {
  earlier: wakeEarlier,
  checklist: wakeChecklist,
  reminders: wakeReminders,
  memory: wakeAnswers,
  navigation: wakeNavigation,
  latest: wakeLatest,
};
