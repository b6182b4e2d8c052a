// “What was known when” as a slider over the links that follow it. Without script the style sheet shows these instead.
export function slideDays(root, show) {
  const slider = root.querySelector("#known-when");
  if (!slider) return;
  const links = [...slider.parentElement.querySelectorAll("a")];
  const said = slider.parentElement.querySelector("output");
  slider.addEventListener("input", () => {
    const day = links[slider.value].textContent;
    said.textContent = day;
    slider.setAttribute("aria-valuetext", day);
  });
  slider.addEventListener("change", () => show(links[slider.value].href));
}
