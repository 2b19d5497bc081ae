// Days on which to take the check again, counted from today.
function wakeLookAgain(lookAgain) {
  countDays(lookAgain);
  // The page may have been open since yesterday.
  lookAgain.closest(".coproduction-whole").addEventListener("click", () => countDays(lookAgain), { capture: true });
}

function countDays(lookAgain) {
  for (const item of lookAgain.querySelectorAll("[data-days]")) fillDay(item, lookAgain.dataset.language);
}
