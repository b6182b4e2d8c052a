/* The command palette: type to find, arrows to choose, Enter to go (with Ctrl in a new tab), Escape to leave. */
import { opens, wantsPalette } from "./dialogs.js";

const WAIT = 120;
const dialog = document.getElementById("ed-palette");
const input = dialog?.querySelector("input");
const list = dialog?.querySelector("[role=listbox]");
const status = dialog?.querySelector("[role=status]");

let asked = 0;
let timer = 0;
let active = -1;

const options = () => [...list.querySelectorAll("[role=option]")];

async function find() {
  const mine = ++asked;
  const url = new URL(dialog.dataset.url, location.href);
  url.searchParams.set("q", input.value.trim());
  try {
    const response = await fetch(url, { headers: { Accept: "application/json" } });
    if (!response.ok || response.redirected) throw new Error(String(response.status));
    const { groups } = await response.json();
    if (mine === asked) show(groups);
  } catch {
    if (mine === asked) show([], dialog.dataset.failed);
  }
}

function show(groups, sentence) {
  list.replaceChildren(...groups.map(group));
  options().forEach((option, index) => (option.id = `ed-go-${index}`));
  const any = options().length > 0;
  input.setAttribute("aria-expanded", String(any));
  status.textContent = any ? "" : (sentence ?? dialog.dataset.nothing.replace("%s", input.value.trim()));
  activate(any ? 0 : -1);
}

function group({ label, places }) {
  const made = element("div", { role: "group", "aria-label": label });
  made.append(element("div", { class: "ed-go-head", "aria-hidden": "true" }, label), ...places.map(option));
  return made;
}

function option(place) {
  const made = element("div", { role: "option", "aria-selected": "false", "data-url": place.url });
  const label = element("span", place.lang ? { lang: place.lang, dir: place.dir } : {}, place.label);
  made.append(label);
  if (place.detail) made.append(element("span", { class: "ed-tag" }, place.detail));
  made.addEventListener("click", (event) => go(made, event));
  made.addEventListener("mousemove", () => activate(options().indexOf(made)));
  return made;
}

function element(name, attributes, text) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text) made.textContent = text;
  return made;
}

function activate(index) {
  if (index === active && options()[index]?.getAttribute("aria-selected") === "true") return;
  active = index;
  options().forEach((each, at) => each.setAttribute("aria-selected", String(at === index)));
  const chosen = options()[index];
  if (!chosen) return input.removeAttribute("aria-activedescendant");
  input.setAttribute("aria-activedescendant", chosen.id);
  chosen.scrollIntoView({ block: "nearest" });
}

function go(chosen, event) {
  if (!chosen) return;
  dialog.close();
  if (event.ctrlKey || event.metaKey) open(chosen.dataset.url, "_blank", "noopener");
  else location.assign(chosen.dataset.url);
}

function keys(event) {
  if (event.isComposing) return;
  const last = options().length - 1;
  const moves = {
    ArrowDown: () => activate(active >= last ? 0 : active + 1),
    ArrowUp: () => activate(active <= 0 ? last : active - 1),
    PageDown: () => activate(Math.min(active + 6, last)),
    PageUp: () => activate(Math.max(active - 6, 0)),
    Enter: () => go(options()[active], event),
  };
  if (!moves[event.key]) return;
  event.preventDefault();
  if (last >= 0) moves[event.key]();
}

if (dialog) {
  opens(dialog, wantsPalette, () => {
    input.select();
    find();
  });
  input.addEventListener("keydown", keys);
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(find, WAIT);
  });
  dialog.addEventListener("close", () => {
    clearTimeout(timer);
    asked += 1;
  });
}
