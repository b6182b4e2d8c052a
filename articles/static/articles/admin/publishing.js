/* The page for publishing as a dialog on the article form; on its own page only the button follows the time. */
const dialog = document.getElementById("ed-publish");
const form = document.getElementById("article_form");

function followTime(root) {
  const day = root.querySelector("[name=published_at_0]");
  const button = root.querySelector("[data-later]");
  if (!day || !button) return;
  const now = button.value;
  const say = () => {
    button.value = day.value ? button.dataset.later : now;
  };
  day.addEventListener("input", say);
  say();
}

async function open() {
  const { url } = dialog.dataset;
  try {
    const response = await fetch(`${url}?part`, { headers: { Accept: "text/html" } });
    if (!response.ok || response.redirected) throw new Error(String(response.status));
    dialog.innerHTML = await response.text();
  } catch {
    location.assign(url); // The page says what is the matter.
    return;
  }
  followTime(dialog);
  dialog.showModal();
  dialog.scrollTop = 0;
  dialog.querySelector("h2")?.focus();
}

/* Links lead out of the dialog into the text behind it, and never to another copy of this page. */
function leave(event) {
  const link = event.target.closest("a[href]");
  if (event.target === dialog) return dialog.close();
  if (!link || link.getAttribute("href").startsWith("#")) return undefined;
  event.preventDefault();
  dialog.close();
  if (link.hash) location.hash = link.hash;
  return undefined;
}

function watch() {
  const button = form.querySelector("[name=_publish]");
  let dirty = Boolean(form.querySelector(".errors"));
  for (const kind of ["input", "change"]) {
    form.addEventListener(kind, () => {
      dirty = true;
    });
  }
  form.addEventListener("submit", (event) => {
    if (event.submitter !== button) return;
    if (dirty) {
      // Saved first; the form comes back with the dialog open.
      const asked = Object.assign(document.createElement("input"), { type: "hidden", name: "_dialog", value: "1" });
      form.append(asked);
    } else {
      event.preventDefault();
      open();
    }
  });
  dialog.addEventListener("click", leave);
  dialog.addEventListener("close", () => {
    if (!/^#(figure-|id_)/.test(location.hash)) button.focus();
  });
  if (location.hash === "#publish") {
    history.replaceState(null, "", location.pathname + location.search);
    open();
  }
}

if (dialog && form?.querySelector("[name=_publish]")) watch();
else followTime(document);
