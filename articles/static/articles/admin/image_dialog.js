/* The image dialog: find one or upload one, say what it shows here, place it. Esc closes, Enter in the search finds. */
import { remember } from "./image_node.js";

const WAIT = 200;
const dialog = () => document.getElementById("ed-images");
const part = (name) => dialog().querySelector(`[data-part="${name}"]`);

let session = null;
let asked = 0;
let timer = 0;

/** Open the dialog to place a picture, or to change the one at a position of the text. */
export function openImages(editor, at) {
  const box = dialog();
  if (!box || box.open) return true;
  const selected = editor.state.selection.node;
  const here = at ?? (selected?.type.name === "placedImage" ? editor.state.selection.from : undefined);
  const node = here === undefined ? null : editor.state.doc.nodeAt(here);
  session = { editor, at: here, node, image: null };
  part("query").value = "";
  part("problem").textContent = "";
  part("remove").hidden = !node;
  choose(null);
  if (node) fill(node.attrs);
  box.showModal();
  part("query").focus();
  find(node ? { slugs: node.attrs.image } : {}, node?.attrs.image);
  return true;
}

async function find(question, slug) {
  const mine = ++asked;
  const url = new URL(dialog().dataset.find, location.href);
  for (const [name, value] of Object.entries(question)) url.searchParams.set(name, value);
  try {
    const response = await fetch(url, { headers: { Accept: "application/json" } });
    if (!response.ok) throw new Error(String(response.status));
    const { results } = await response.json();
    if (mine === asked && session) show(results, slug);
  } catch {
    if (mine === asked && session) part("summary").textContent = dialog().dataset.failed;
  }
}

function show(results, slug) {
  results.forEach(remember);
  part("summary").textContent = results.length ? "" : dialog().dataset.nothing;
  part("list").replaceChildren(...results.map(option));
  const known = results.find((each) => each.slug === slug);
  if (known) choose(known, { keep: true });
}

function option(image) {
  const item = part("option").content.firstElementChild.cloneNode(true);
  item.dataset.slug = image.slug;
  const radio = item.querySelector("input");
  radio.value = image.slug;
  item.querySelector("img").src = image.thumbnail;
  item.querySelector("b").textContent = image.title;
  item.querySelector("i").textContent = [image.size, image.credit].filter(Boolean).join(", ");
  radio.addEventListener("change", () => choose(image));
  return item;
}

/* A picture brings its own words along, unless the writer has said something else here already. */
function choose(image, { keep = false } = {}) {
  session.image = image;
  part("set").disabled = !image;
  part("words").hidden = !image;
  if (!image) return;
  const radio = part("list").querySelector(`[data-slug="${image.slug}"] input`);
  if (radio) radio.checked = true;
  if (!keep) fill(image);
}

function fill({ alternative, decorative, caption }) {
  part("alternative").value = alternative;
  part("decorative").checked = decorative;
  part("caption").value = caption;
  quiet();
}

function quiet() {
  part("alternative").disabled = part("decorative").checked;
  part("problem").textContent = "";
}

function place() {
  const { editor, at, image, node } = session;
  const decorative = part("decorative").checked;
  const alternative = decorative ? "" : part("alternative").value.trim();
  if (!image) return;
  if (!alternative && !decorative) {
    part("problem").textContent = dialog().dataset.missing;
    part("alternative").focus();
    return;
  }
  const attrs = { image: image.slug, alternative, decorative, caption: part("caption").value.trim() };
  dialog().close();
  if (node) editor.chain().focus().setNodeSelection(at).updateAttributes("placedImage", attrs).run();
  else editor.chain().focus().insertContent({ type: "placedImage", attrs }).run();
}

function remove() {
  const { editor, at, node } = session;
  dialog().close();
  editor.chain().focus().deleteRange({ from: at, to: at + node.nodeSize }).run();
}

async function send() {
  const field = part("file");
  if (!field.files.length) return;
  const body = new FormData();
  body.set("file", field.files[0]);
  part("problem").textContent = dialog().dataset.sending;
  const headers = { "X-CSRFToken": document.querySelector("[name=csrfmiddlewaretoken]").value, Accept: "application/json" };
  try {
    const response = await fetch(dialog().dataset.send, { method: "POST", body, headers });
    const answer = await response.json();
    if (!session) return;
    if (answer.problems) {
      part("problem").textContent = Object.values(answer.problems).flat().join(" ");
      return;
    }
    show([answer.image], "");
    choose(answer.image);
    part("alternative").focus();
  } catch {
    if (session) part("problem").textContent = dialog().dataset.failed;
  } finally {
    field.value = "";
  }
}

/** Wire the dialog that stands in the page. */
export function prepareImages() {
  const box = dialog();
  if (!box) return;
  part("query").addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => session && find({ q: part("query").value }), WAIT);
  });
  part("decorative").addEventListener("change", quiet);
  part("alternative").addEventListener("input", quiet);
  part("file").addEventListener("change", send);
  part("set").addEventListener("click", place);
  part("remove").addEventListener("click", remove);
  part("cancel").addEventListener("click", () => box.close());
  box.addEventListener("close", () => {
    if (box.open) return; // Opened again before it was told that it had closed.
    clearTimeout(timer);
    asked += 1;
    session?.editor.commands.focus();
    session = null;
  });
}
