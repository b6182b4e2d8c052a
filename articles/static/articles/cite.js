// The button beside each reference copies it, italics included, and the one beside the address of the page copies that.
// Without this file nobody sees them (their room is kept, so that nothing moves), and the words are there to be selected.
export function offerCopies(root) {
  for (const button of root.querySelectorAll("[data-copied] button:disabled")) {
    const words = button.previousElementSibling;
    offer(button, button.closest("[data-copied]").dataset.copied, () => (words.matches("a") ? putAddress(words) : put(words)));
  }
}

function offer(button, copied, put) {
  const copy = button.textContent;
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    await put();
    button.textContent = copied;
    setTimeout(() => (button.textContent = copy), 2000);
  });
  button.disabled = false;
}

async function put(reference) {
  const text = new Blob([reference.textContent], { type: "text/plain" });
  const html = new Blob([reference.innerHTML], { type: "text/html" });
  try {
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": text, "text/html": html })]);
  } catch {
    // Without permission, or over plain HTTP, the words are at least selected.
    getSelection().selectAllChildren(reference);
  }
}

async function putAddress(link) {
  try {
    await navigator.clipboard.writeText(link.href);
  } catch {
    getSelection().selectAllChildren(link);
  }
}
