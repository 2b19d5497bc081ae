// What the check, the plan and the certificate need besides.
import { wakeCertificate } from "./certificate/certificate.js";
import { wakeBesideCheck } from "./compare/beside_check.js";
import { COMPONENTS } from "./components.js";
import { wakeEmbeds } from "./embed/embeds.js";
import { wakePlan } from "./plan/plan.js";
import { wakeLookAgain } from "./workbook/look_again.js";
import { wakeTakeAway } from "./workbook/take_away.js";
import { wakeWorkbook } from "./workbook/workbook.js";

/** @type {import("./wake.js").Components} */
export const CHECK_COMPONENTS = {
  ...COMPONENTS,
  compare: wakeBesideCheck,
  embeds: wakeEmbeds,
  plan: wakePlan,
  "look-again": wakeLookAgain,
  workbook: wakeWorkbook,
  "take-away": wakeTakeAway,
  certificate: wakeCertificate,
};
