/* Runs before the page is drawn, so that a folded navigation does not flash open. */
if (localStorage.getItem("ed-nav") === "closed") document.documentElement.dataset.nav = "closed";
