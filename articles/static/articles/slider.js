// “What was known when” as a slider over the same links.
export function slideDays(root, show) {
  const list = root.querySelector("[data-slider]");
  if (!list) return;
  const links = [...list.querySelectorAll("a")];
  const now = links.findIndex((link) => link.hasAttribute("aria-current"));
  const slider = document.createElement("input");
  const said = document.createElement("output");
  Object.assign(slider, { type: "range", id: "known-when", min: 0, max: links.length - 1, step: 1 });
  slider.value = now < 0 ? links.length - 1 : now;
  slider.setAttribute("aria-label", list.dataset.slider);
  said.htmlFor = slider.id;
  const tell = () => {
    const day = links[slider.value].textContent;
    said.textContent = day;
    slider.setAttribute("aria-valuetext", day);
  };
  slider.addEventListener("input", tell);
  slider.addEventListener("change", () => show(links[slider.value].href));
  tell();
  list.before(slider, said);
}
