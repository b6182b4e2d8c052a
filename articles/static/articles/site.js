// Public pages: opens each figure's note beside it, copies references, and suggests while a reader types into the search field.
// Without this file the same links lead to the same notes, and the field is a plain form.
import { offerCopies } from "./cite.js";
import { openNotes } from "./figures.js";
import { openFacets, suggestAsYouType } from "./search.js";

openNotes(document);
offerCopies(document);
openFacets(document);
suggestAsYouType(document);
