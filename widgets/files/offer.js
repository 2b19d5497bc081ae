// A file made on this device, offered for download: text or bytes.
const A_MINUTE = 60_000;

/** @param {HTMLAnchorElement} link @param {BlobPart} content @param {string} type */
export function offer(link, content, type) {
  const href = URL.createObjectURL(new Blob([content], { type }));
  link.href = href;
  link.click();
  // Some browsers read it only after the click is over.
  setTimeout(() => URL.revokeObjectURL(href), A_MINUTE);
}
