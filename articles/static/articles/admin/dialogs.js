/* Dialogs that a key or a button opens anywhere in the admin. */
/** The field that takes the key; one of a dialog that has just closed may keep the focus for a moment and takes none. */
function typing(target) {
  const field = target.closest?.("input, textarea, select, [contenteditable=true]");
  return field && !field.closest("dialog:not([open])");
}

/** Open `dialog` on the key that `wants` recognises and on every `[data-opens]` button of it; `first` runs before. */
export function opens(dialog, wants, first = () => {}) {
  if (!dialog) return;
  const open = () => {
    if (dialog.open || document.querySelector("dialog[open]")) return;
    dialog.showModal();
    first();
  };
  for (const button of document.querySelectorAll(`[data-opens="${dialog.id}"]`)) {
    button.hidden = false;
    button.addEventListener("click", () => {
      button.closest("[popover]")?.hidePopover();
      open();
    });
  }
  document.addEventListener(
    "keydown",
    (event) => {
      if (!wants(event) || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      open();
    },
    true,
  );
  // At once, and not when the browser gets round to it: a key pressed right after Escape is meant for the page.
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    dialog.close();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest("[data-closes]")) dialog.close();
  });
}

/** Ctrl+K or Cmd+K; words selected in the editor keep the key for their link. */
export function wantsPalette(event) {
  if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== "k") return false;
  return !(event.target.closest?.(".ProseMirror") && !getSelection().isCollapsed);
}

/** A question mark that is not being typed into something. */
export function wantsShortcuts(event) {
  return event.key === "?" && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target);
}
