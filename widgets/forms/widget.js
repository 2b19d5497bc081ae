// The module that anywidget loads for most forms.
import { CHANGE_COMPONENTS } from "./change_components.js";
import { widgetOf } from "./rendering.js";

export default widgetOf(CHANGE_COMPONENTS);
