// What only the check and the plan need. On a page it comes as a second script, after the first.
const CHECK_PARTS = {
  latest: wakeLatest,
  plan: wakePlan,
  "look-again": wakeLookAgain,
  workbook: wakeWorkbook,
  "take-away": wakeTakeAway,
  certificate: wakeCertificate,
};
