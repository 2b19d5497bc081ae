// The script of most pages.
import { COMPONENTS } from "../forms/components.js";
import { wake } from "../forms/wake.js";
import { wakeHide } from "./hide.js";

wake(document, { ...COMPONENTS, hide: wakeHide });
