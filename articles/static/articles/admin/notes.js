/* Notes to colleagues: written about the selection in a dialog, shown in the text, found again by their words. */
import { pm } from "../../django_prose_editor/editor.js";
import { placeOf, selected, textOf } from "./note_places.js";
import { completeNames } from "./note_names.js";

const { Plugin, PluginKey } = pm.state;
const { Decoration, DecorationSet } = pm.view;
const key = new PluginKey("notes");
const dialog = () => document.getElementById("ed-note");
const part = (name) => dialog().querySelector(`[data-part="${name}"]`);
const list = () => document.querySelector("#notes [data-part=notes]");

let session = null;

/** Open the dialog for the selection; false where notes cannot be written. */
export function writeNote(editor) {
  if (!dialog() || dialog().open) return Boolean(dialog());
  const anchor = selected(editor.state);
  ask({ url: dialog().dataset.add, title: dialog().dataset.write, anchor, quote: anchor.quote, whole: !anchor.quote });
  return true;
}

function ask({ url, title, anchor = {}, quote = "", whole = false }) {
  session = { url, anchor, opener: document.activeElement };
  part("heading").textContent = part("send").textContent = title;
  part("quote").textContent = quote;
  part("quote").hidden = !quote;
  part("whole").textContent = whole ? dialog().dataset.whole : "";
  part("problem").textContent = "";
  part("body").value = "";
  dialog().showModal();
  part("body").focus();
}

async function post(url, fields) {
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  const headers = { "X-CSRFToken": token, Accept: "application/json" };
  const response = await fetch(url, { method: "POST", body: new URLSearchParams(fields), headers });
  if (!response.ok && response.status !== 400) throw new Error(String(response.status));
  return response.json();
}

async function send(editor) {
  part("send").disabled = true;
  const { quote = "", prefix: before = "", suffix: after = "" } = session.anchor;
  try {
    const answer = await post(session.url, { quote, before, after, body: part("body").value });
    if (answer.problem) part("problem").textContent = answer.problem;
    else {
      show(editor, answer, [dialog().dataset.written, answer.told].filter(Boolean).join(" "));
      dialog().close();
    }
  } catch {
    part("problem").textContent = dialog().dataset.failed;
  } finally {
    part("send").disabled = false;
  }
}

function show(editor, { html, open }, said) {
  list().innerHTML = html;
  document.querySelector("[data-part=notes-open]").textContent = open;
  document.querySelector("#notes [data-part=note-said]").textContent = said;
  mark(editor);
}

const threads = () => [...list().querySelectorAll("[data-note-id]")].filter((each) => each.dataset.quote);

function mark(editor) {
  const all = threads();
  const text = all.length ? textOf(editor.state.doc) : null;
  const drawn = [];
  for (const thread of all) {
    const place = placeOf(text, thread.dataset);
    thread.querySelector("[data-part=gone]").hidden = Boolean(place);
    thread.querySelector("[data-note=go]").hidden = !place;
    if (place && !("resolved" in thread.dataset)) drawn.push(Decoration.inline(place.from, place.to, { class: "ed-noted" }));
  }
  const set = DecorationSet.create(editor.state.doc, drawn);
  editor.view.dispatch(editor.state.tr.setMeta(key, set).setMeta("addToHistory", false));
}

function go(editor, thread) {
  const place = placeOf(textOf(editor.state.doc), thread.dataset);
  if (!place) return mark(editor);
  document.querySelector('.ed-tabs a[href="#write"]')?.click();
  editor.chain().focus().setTextSelection(place).run();
  const { node } = editor.view.domAtPos(place.from);
  (node.nodeType === 1 ? node : node.parentElement)?.scrollIntoView({ block: "center" });
}

async function act(editor, event) {
  const chosen = event.target.closest("[data-note]");
  if (!chosen) return;
  event.preventDefault();
  const thread = chosen.closest("[data-note-id]");
  if (chosen.dataset.note === "write") writeNote(editor);
  else if (chosen.dataset.note === "go") go(editor, thread);
  else if (chosen.dataset.note === "answer") ask({ url: chosen.href, title: dialog().dataset.answer, quote: thread.dataset.quote });
  else {
    try {
      const answer = await post(chosen.getAttribute("formaction"), {});
      show(editor, answer, answer.told);
      document.getElementById(thread.id)?.focus();
    } catch {
      document.querySelector("#notes [data-part=note-said]").textContent = dialog().dataset.failed;
    }
  }
}

function plugin(editor) {
  return new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, value) => transaction.getMeta(key) ?? value.map(transaction.mapping, transaction.doc),
    },
    props: {
      decorations: (state) => key.getState(state),
      handleKeyDown: (_view, event) =>
        (event.ctrlKey || event.metaKey) && event.altKey && event.code === "KeyM" && writeNote(editor),
    },
  });
}

/** Wire the part with the notes, the dialog and the marks in the text. */
export function followNotes(editor) {
  if (!list()) return;
  editor.registerPlugin(plugin(editor));
  mark(editor);
  document.addEventListener("part:opened", (event) => event.detail === "notes" && mark(editor));
  if (!dialog()) return;
  document.getElementById("notes").addEventListener("click", (event) => act(editor, event));
  const form = part("form");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(editor);
  });
  const people = completeNames(part("body"), part("people"), dialog().dataset.people);
  part("body").addEventListener("keydown", (event) => {
    if (people.keys(event) || event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.requestSubmit();
  });
  part("cancel").addEventListener("click", () => dialog().close());
  dialog().addEventListener("close", () => {
    if (dialog().open) return; // Opened again before it was told that it had closed.
    people.close();
    if (session?.opener?.isConnected && !session.opener.closest(".prose-editor")) session.opener.focus();
    else editor.commands.focus();
    session = null;
  });
}
