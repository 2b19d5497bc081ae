// The module that anywidget loads for the check, the plan, the certificate and templates.
import { widgetOf } from "./rendering.js";
import { TEMPLATE_COMPONENTS } from "./template_components.js";

export default widgetOf(TEMPLATE_COMPONENTS);
