/* Says whether everything is saved, asks before the page is left, saves on Ctrl+S. */
export function watchSaving(form) {
  const status = form.querySelector("[data-part=saved]");
  let dirty = false;
  const changed = () => {
    if (dirty) return;
    dirty = true;
    status.textContent = status.dataset.unsaved;
  };
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("submit", () => {
    dirty = false;
  });
  addEventListener("beforeunload", (event) => dirty && event.preventDefault());
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "s") {
      event.preventDefault();
      form.requestSubmit(form.querySelector("[name=_continue]"));
    }
  });
}
