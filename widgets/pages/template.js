// The script of pages with a template to fill in, instead of the others.
import { TEMPLATE_COMPONENTS } from "../forms/template_components.js";
import { wake } from "../forms/wake.js";
import { wakeHide } from "./hide.js";

wake(document, { ...TEMPLATE_COMPONENTS, hide: wakeHide });
