// A button beside each reference that copies it, italics included. Without this file the text is there to be selected.
export function offerCopies(root) {
  for (const list of root.querySelectorAll("[data-copy]")) {
    for (const entry of list.querySelectorAll("dd")) entry.append(button(list.dataset, entry.firstElementChild));
  }
}

function button({ copy, copied }, reference) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = copy;
  made.setAttribute("aria-live", "polite");
  made.addEventListener("click", async () => {
    await put(reference);
    made.textContent = copied;
    setTimeout(() => (made.textContent = copy), 2000);
  });
  return made;
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
