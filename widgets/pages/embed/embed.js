// The script of a page that stands in a frame of somebody else's.
import "../../memory/on_page_only.js";
import { wakeEmbed } from "../../forms/embed/embed.js";

wakeEmbed(document, () => {}, false);

/** The frame's height, for hosts that make room: as a message of ours, and as WordPress knows it. */
function tellHeight() {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  parent.postMessage({ source: "coproduction", height }, "*");
  const secret = new URLSearchParams(location.hash.slice(1).replace(/^\?/, "")).get("secret");
  if (secret) parent.postMessage({ message: "height", value: height, secret }, "*");
}

if (parent !== window) {
  // WordPress hides the frame until it hears of it, and nothing is observed in a frame that is hidden.
  tellHeight();
  new ResizeObserver(tellHeight).observe(document.documentElement);
  // WordPress says when it begins to listen.
  addEventListener("message", ({ data }) => data?.message === "ready" && tellHeight());
}
