/* The frame of every admin page: the side navigation folds away, and stays so on the next page. */
import { opens, wantsShortcuts } from "./dialogs.js";
import "./naming.js";
import "./palette.js";

const KEY = "ed-nav";
const root = document.documentElement;
const fold = document.querySelector(".ed-fold-nav");

function show(closed) {
  if (closed) root.dataset.nav = "closed";
  else delete root.dataset.nav;
  fold.setAttribute("aria-expanded", String(!closed));
}

if (fold) {
  fold.hidden = false;
  show(root.dataset.nav === "closed");
  fold.addEventListener("click", () => {
    const closed = root.dataset.nav !== "closed";
    localStorage.setItem(KEY, closed ? "closed" : "open");
    show(closed);
  });
}

opens(document.getElementById("ed-shortcuts"), wantsShortcuts);
document.querySelector(".ed-error-list")?.focus();
