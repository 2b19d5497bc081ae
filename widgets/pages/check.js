// The script of pages with the check, the plan or the certificate, instead of the other.
import { CHECK_COMPONENTS } from "../forms/check_components.js";
import { wake } from "../forms/wake.js";
import { wakeHide } from "./hide.js";

wake(document, { ...CHECK_COMPONENTS, hide: wakeHide });
