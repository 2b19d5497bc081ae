// What a template needs besides the check.
import { CHECK_COMPONENTS } from "./check_components.js";
import { wakeTemplate } from "./template/template.js";

/** @type {import("./wake.js").Components} */
export const TEMPLATE_COMPONENTS = { ...CHECK_COMPONENTS, template: wakeTemplate };
