// A file made on this device, offered for download.
const A_MINUTE = 60_000;

function offer(link, text, type) {
  const href = URL.createObjectURL(new Blob([text], { type }));
  link.href = href;
  link.click();
  // Some browsers read it only after the click is over.
  setTimeout(() => URL.revokeObjectURL(href), A_MINUTE);
}
