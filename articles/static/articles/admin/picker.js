/* The figure dialog: find a series and period by typing, choose with the arrows, Enter sets the mark. */
import { figureAt } from "./figure_mark.js";

const WAIT = 150;
const dialog = () => document.getElementById("ed-picker");

let session = null;

/** Open the dialog for the selection. Words selected become the query; a mark under the caret can be changed or removed. */
export function pick(editor) {
  const box = dialog();
  if (!box || box.open) return true;
  const existing = figureAt(editor.state);
  const { from, to } = existing ?? editor.state.selection;
  const text = editor.state.doc.textBetween(from, to, " ").trim();
  session = { editor, from, to, text, existing, results: [], active: -1 };
  part("selected").textContent = text ? box.dataset.selected.replace("%s", text) : box.dataset.nothing;
  part("remove").hidden = !existing;
  input().value = existing ? existing.mark.attrs.observation.replace(":", " ") : text;
  show([]);
  box.showModal();
  input().select();
  find();
  return true;
}

const part = (name) => dialog().querySelector(`[data-part="${name}"]`);
const input = () => part("query");

let asked = 0;
let timer = 0;

async function find() {
  const mine = ++asked;
  const url = new URL(dialog().dataset.url, location.href);
  url.searchParams.set("q", input().value);
  url.searchParams.set("text", session.text);
  try {
    const response = await fetch(url, { headers: { Accept: "application/json" } });
    if (!response.ok) throw new Error(String(response.status));
    const { results, summary } = await response.json();
    if (mine === asked && session) show(results, summary);
  } catch {
    if (mine === asked && session) show([], dialog().dataset.failed);
  }
}

function show(results, summary = "") {
  session.results = results;
  part("summary").textContent = summary;
  part("list").replaceChildren(...results.map(option));
  input().setAttribute("aria-expanded", String(results.length > 0));
  activate(results.length ? 0 : -1);
}

function option(result, index) {
  const item = part("option").content.firstElementChild.cloneNode(true);
  item.id = `ed-option-${index}`;
  const fill = (name, text) => (item.querySelector(`[data-fill="${name}"]`).textContent = text);
  fill("printed", result.printed);
  fill("indicator", result.indicator);
  fill("where", result.where);
  fill("word", result.word);
  const state = item.querySelector(".state");
  state.dataset.state = result.state;
  state.hidden = !result.word;
  state.querySelector("use").setAttribute("href", `#mk-${result.state}`);
  item.addEventListener("mousedown", (event) => event.preventDefault());
  item.addEventListener("click", () => activate(index));
  item.addEventListener("dblclick", choose);
  return item;
}

function activate(index) {
  session.active = index;
  [...part("list").children].forEach((item, at) => item.setAttribute("aria-selected", String(at === index)));
  const item = part("list").children[index];
  if (item) {
    input().setAttribute("aria-activedescendant", item.id);
    item.scrollIntoView({ block: "nearest" });
  } else {
    input().removeAttribute("aria-activedescendant");
  }
  detail(session.results[index]);
}

function detail(result) {
  part("one").hidden = !result;
  part("set").disabled = !result;
  if (!result) return;
  const words = part("words");
  words.textContent = session.text || result.printed;
  words.dataset.state = result.state;
  for (const name of ["sentence", "release", "reference"]) part(name).textContent = result[name];
  part("pinned").textContent = result.pinned;
}

function choose() {
  const result = session?.results[session.active];
  if (!result) return;
  const { editor, from, to, text } = session;
  const mark = { type: "figure", attrs: { observation: result.reference, value: result.value } };
  close();
  const chain = editor.chain().focus();
  if (text) {
    chain.setTextSelection({ from, to }).setMark("figure", mark.attrs).setTextSelection(to).run();
  } else {
    chain.insertContentAt(from, { type: "text", text: result.printed, marks: [mark] }).run();
  }
}

function remove() {
  const { editor, from, to } = session;
  close();
  editor.chain().focus().setTextSelection({ from, to }).unsetMark("figure").setTextSelection(to).run();
}

function close() {
  dialog().close();
}

function keys(event) {
  const last = session.results.length - 1;
  const moves = {
    ArrowDown: () => activate(session.active >= last ? 0 : session.active + 1),
    ArrowUp: () => activate(session.active <= 0 ? last : session.active - 1),
    Enter: choose,
    Escape: close,
  };
  if (!moves[event.key] || event.isComposing) return;
  event.preventDefault();
  if (last >= 0 || event.key === "Escape") moves[event.key]();
}

/** Wire the dialog that stands in the page. */
export function preparePicker() {
  const box = dialog();
  if (!box) return;
  input().addEventListener("keydown", keys);
  input().addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(find, WAIT);
  });
  part("set").addEventListener("click", choose);
  part("remove").addEventListener("click", remove);
  part("cancel").addEventListener("click", close);
  box.addEventListener("close", () => {
    if (box.open) return; // Opened again before it was told that it had closed.
    clearTimeout(timer);
    asked += 1;
    session?.editor.commands.focus();
    session = null;
  });
}
