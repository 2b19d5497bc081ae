// Days on which to take the check again, counted from today.
function wakeLookAgain(lookAgain) {
  fillDays(lookAgain);
  // The page may have been open since yesterday.
  lookAgain.closest(".coproduction-workbook").addEventListener("click", () => fillDays(lookAgain), { capture: true });
}
