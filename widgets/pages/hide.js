// Leaving in a hurry: what takes the page's place also takes its entry in the history.
function wakeHide(hide) {
  hide.addEventListener("click", (event) => {
    event.preventDefault();
    location.replace(hide.href);
  });
  // A link within the page would leave an entry that Hide can't reach.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link || event.defaultPrevented) return;
    event.preventDefault();
    location.replace(link.hash);
  });
}
