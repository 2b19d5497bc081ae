// The module that anywidget loads for the check, the plan and the certificate.
import { CHECK_COMPONENTS } from "./check_components.js";
import { widgetOf } from "./rendering.js";

export default widgetOf(CHECK_COMPONENTS);
