/* Gives controls the name that a column heading, a legend or a label says only to the eye. */
const words = (element) => element?.textContent.trim().replace(/[:?]$/, "") ?? "";

function nameOf(control) {
  const cell = control.closest(".tabular td, #result_list td");
  if (cell) return words(cell.closest("table").querySelector("thead tr")?.cells[cell.cellIndex]);
  const legend = words(control.closest("fieldset")?.querySelector("legend"));
  const before = control.previousSibling?.textContent?.trim().replace(/:$/, "") ?? "";
  return [legend, before].filter(Boolean).join(", ");
}

function name(root) {
  for (const control of root.querySelectorAll("input:not([type=hidden], [type=submit], [type=button]), select, textarea")) {
    if (control.labels?.length || control.hasAttribute("aria-label") || control.hasAttribute("aria-labelledby")) continue;
    const said = nameOf(control);
    if (said) control.setAttribute("aria-label", said);
  }
  for (const box of root.querySelectorAll(".select2-selection[role=combobox]")) {
    const select = box.closest(".select2-container").previousElementSibling;
    const said = words(select?.labels?.[0]) || select?.getAttribute("aria-label");
    const shown = box.querySelector(".select2-selection__rendered");
    if (!said) continue;
    box.removeAttribute("aria-labelledby");
    box.setAttribute("aria-label", [said, shown?.title].filter(Boolean).join(": "));
    if (shown) shown.setAttribute("aria-label", said);
  }
  for (const icon of root.querySelectorAll("span[aria-label]:not([role])")) icon.setAttribute("role", "img");
}

// The stock scripts build their widgets when the document is ready, and again for each row that is added.
for (const wait of [0, 400]) addEventListener("load", () => setTimeout(() => name(document), wait));
document.addEventListener("formset:added", (event) => setTimeout(() => name(event.target)));
document.addEventListener("change", (event) => event.target.matches(".admin-autocomplete") && setTimeout(() => name(document)));
