// One stop with Tab for each chart; the arrow keys, Home and End go from value to value in it.
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

export function walkPoints(root) {
  for (const chart of root.querySelectorAll(".chart svg")) {
    const points = [...chart.querySelectorAll(".pt")];
    points.forEach((point, n) => point.setAttribute("tabindex", n ? "-1" : "0"));
    chart.addEventListener("keydown", (event) => {
      const from = points.indexOf(document.activeElement);
      const to = aim(event.key, from, points.length);
      if (from < 0 || to === null) return;
      event.preventDefault();
      points[from].setAttribute("tabindex", "-1");
      points[to].setAttribute("tabindex", "0");
      points[to].focus();
    });
  }
}

function aim(key, from, count) {
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  return key in STEPS ? Math.max(0, Math.min(count - 1, from + STEPS[key])) : null;
}
