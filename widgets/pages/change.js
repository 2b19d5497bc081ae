// The script of pages with the stories before and after, or with one's own change, instead of the other.
import { CHANGE_COMPONENTS } from "../forms/change_components.js";
import { wake } from "../forms/wake.js";
import { wakeHide } from "./hide.js";

wake(document, { ...CHANGE_COMPONENTS, hide: wakeHide });
