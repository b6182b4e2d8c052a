/* House checks: asked again while somebody types; a click on one goes to its words. The server writes the sentences. */
const WAIT = 1200;

/** Keep the panel in step with the body. */
export function followHouse(editor, textarea, panel) {
  let timer = 0;
  let asked = 0;
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;

  async function check() {
    const mine = ++asked;
    const body = new URLSearchParams({ body: textarea.value, language: panel.dataset.language });
    try {
      const response = await fetch(panel.dataset.url, { method: "POST", body, headers: { "X-CSRFToken": token } });
      if (!response.ok) throw new Error(String(response.status));
      const { html } = await response.json();
      if (mine !== asked) return;
      panel.querySelector("[data-part=house]").innerHTML = html;
      panel.removeAttribute("data-late");
    } catch {
      if (mine === asked) panel.dataset.late = "";
    }
  }

  editor.on("update", () => {
    clearTimeout(timer);
    timer = setTimeout(check, WAIT);
  });
  panel.addEventListener("click", (event) => go(editor, event.target.closest("button")?.dataset));
}

function go(editor, where) {
  if (!where) return;
  const place = where.picture ? picture(editor.state.doc, Number(where.picture)) : words(editor.state.doc, where);
  if (!place) return;
  const chain = editor.chain().focus();
  (place.to === undefined ? chain.setNodeSelection(place.from) : chain.setTextSelection(place)).run();
  const { node } = editor.view.domAtPos(place.from);
  (node.nodeType === 1 ? node : node.parentElement)?.scrollIntoView({ block: "center" });
}

function picture(doc, wanted) {
  let seen = 0;
  let found = null;
  doc.descendants((node, pos) => {
    if (node.type.name === "placedImage" && ++seen === wanted) found = { from: pos };
  });
  return found;
}

/* The place named by the server if the words stand there, else the first place where they do. */
function words(doc, { block, start, quote }) {
  const blocks = [];
  doc.descendants((node, pos) => {
    if (node.isTextblock && node.textContent.trim()) blocks.push({ text: node.textBetween(0, node.content.size, "\n", "\n"), pos });
  });
  const at = (each, from) => ({ from: each.pos + 1 + from, to: each.pos + 1 + from + quote.length });
  const named = blocks[Number(block)];
  if (named?.text.startsWith(quote, Number(start))) return at(named, Number(start));
  const other = blocks.find((each) => each.text.includes(quote));
  return other && at(other, other.text.indexOf(quote));
}
