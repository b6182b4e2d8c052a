// Public pages: opens each figure's note beside it, and suggests while a reader types into the search field.
// Without this file the same links lead to the same notes, and the field is a plain form.
import { openNotes } from "./figures.js";
import { foldFacets, suggestAsYouType } from "./search.js";

openNotes(document);
foldFacets(document);
suggestAsYouType(document);
