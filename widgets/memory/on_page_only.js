// On other people's pages nothing is kept: their storage is theirs. To be imported before all else.
import { keeping } from "./keeping.js";

keeping.onPageOnly = true;
