/* The form of a picture: a click on it sets the focal point; the two number fields stay the truth and work alone. */
const frame = document.querySelector("[data-part=focal]");
const x = document.getElementById("id_focal_x");
const y = document.getElementById("id_focal_y");

function showPoint(point, picture) {
  const clamp = (field) => Math.min(100, Math.max(0, Number(field.value) || 0));
  point.style.left = `${(picture.offsetWidth * clamp(x)) / 100}px`;
  point.style.top = `${(picture.offsetHeight * clamp(y)) / 100}px`;
}

if (frame && x && y) {
  const picture = frame.querySelector("img");
  const point = document.createElement("span");
  point.className = "ed-focal-point";
  const hint = document.createElement("p");
  hint.className = "ed-where ed-focal-hint";
  hint.textContent = frame.dataset.hint;
  frame.append(point, hint);
  const show = () => showPoint(point, picture);
  picture.addEventListener("click", (event) => {
    const box = picture.getBoundingClientRect();
    x.value = String(Math.round(((event.clientX - box.left) / box.width) * 100));
    y.value = String(Math.round(((event.clientY - box.top) / box.height) * 100));
    for (const field of [x, y]) field.dispatchEvent(new Event("change", { bubbles: true }));
    show();
  });
  for (const field of [x, y]) field.addEventListener("input", show);
  picture.addEventListener("load", show);
  addEventListener("resize", show);
  show();
}
