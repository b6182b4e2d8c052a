// A button under each field of code that copies it. Without this file the code is there to be selected.
export function offerFieldCopies(root) {
  for (const fields of root.querySelectorAll("[data-copy-fields]")) {
    for (const area of fields.querySelectorAll("textarea")) area.nextElementSibling.prepend(button(fields.dataset, area), " ");
  }
}

function button({ copyFields, copied }, area) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "plain";
  made.textContent = copyFields;
  made.addEventListener("click", async () => {
    area.select();
    try {
      await navigator.clipboard.writeText(area.value);
    } catch {
      return; // Selected it is anyway.
    }
    made.textContent = copied;
    setTimeout(() => (made.textContent = copyFields), 2000);
  });
  return made;
}
