// Leaving in a hurry: what takes the page's place also takes its entry in the history.
function wakeHide(link) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    location.replace(link.href);
  });
}
