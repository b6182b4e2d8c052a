// Public pages: opens each figure's note beside it. Without this file the same links lead to the same notes.
import { openNotes } from "./figures.js";

openNotes(document);
