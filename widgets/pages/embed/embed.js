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

if (parent !== window) new ResizeObserver(tellHeight).observe(document.documentElement);
