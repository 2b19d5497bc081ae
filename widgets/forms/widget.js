// The module that anywidget loads for most forms.
import { COMPONENTS } from "./components.js";
import { widgetOf } from "./rendering.js";

export default widgetOf(COMPONENTS);
