// A button beside each reference that copies it, italics included, and one that copies the address of the page.
// Without this file the text and the address are there to be selected.
export function offerCopies(root) {
  for (const list of root.querySelectorAll("[data-copy]")) {
    for (const entry of list.querySelectorAll("dd")) entry.append(button(list.dataset, () => put(entry.firstElementChild)));
    const link = list.querySelector("a[rel=bookmark]");
    link?.after(button(list.dataset, () => putAddress(link)));
  }
}

function button({ copy, copied }, put) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = copy;
  made.setAttribute("aria-live", "polite");
  made.addEventListener("click", async () => {
    await put();
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

async function putAddress(link) {
  try {
    await navigator.clipboard.writeText(link.href);
  } catch {
    getSelection().selectAllChildren(link);
  }
}
