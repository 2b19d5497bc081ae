// The script of a session's screens: nothing else is asked or kept on such a page.
import { all } from "../forms/finding.js";
import { wakeSession } from "../forms/session/session.js";

for (const session of all(document, "[data-session]:not([data-awake])")) wakeSession(session);
