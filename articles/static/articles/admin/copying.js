/* Buttons that copy the text of a field: `data-copy` names the field, `data-copied` says that it was done. */
async function copy(field) {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    // No clipboard without https, or not allowed: what is selected can still be copied.
    return document.execCommand("copy");
  }
  return true;
}

export function prepareCopying() {
  for (const button of document.querySelectorAll("[data-copy]")) {
    const word = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      if (!(await copy(document.getElementById(button.dataset.copy)))) return;
      button.textContent = button.dataset.copied;
      setTimeout(() => (button.textContent = word), 2000);
    });
  }
}
