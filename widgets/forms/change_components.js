// What the stories before and after the course need besides, and one's own change.
import { wakeOwnChange } from "./change/own_change.js";
import { wakeVignettes } from "./change/vignettes.js";
import { COMPONENTS } from "./components.js";

/** @type {import("./wake.js").Components} */
export const CHANGE_COMPONENTS = {
  ...COMPONENTS,
  vignettes: wakeVignettes,
  "own-change": wakeOwnChange,
};
