/* The figures panel: checked while typing, what needs a decision first. The server writes the words. */
import { figuresIn } from "./figure_mark.js";

const WAIT = 600;

/** Keep the panel and the marks of the editor in step with the body. */
export function followFigures(editor, textarea, panel) {
  let timer = 0;
  let asked = 0;
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;

  async function check() {
    const mine = ++asked;
    const body = new URLSearchParams({ body: textarea.value, language: panel.dataset.language, problems: panel.dataset.problems });
    try {
      const response = await fetch(panel.dataset.url, { method: "POST", body, headers: { "X-CSRFToken": token } });
      if (!response.ok) throw new Error(String(response.status));
      const answer = await response.json();
      if (mine !== asked) return;
      panel.querySelector("[data-part=figures]").innerHTML = answer.html;
      const todo = document.querySelector("[data-part=todo]");
      if (todo && answer.todo) todo.innerHTML = answer.todo;
      panel.removeAttribute("data-late");
      mark(answer.figures);
    } catch {
      if (mine === asked) panel.dataset.late = "";
    }
  }

  function mark(figures) {
    const states = figures.map((figure) => figure.state);
    editor.view.dispatch(editor.state.tr.setMeta("figures", { states }).setMeta("addToHistory", false));
    document.dispatchEvent(new CustomEvent("figures:checked", { detail: figures }));
  }

  editor.on("update", () => {
    clearTimeout(timer);
    timer = setTimeout(check, WAIT);
  });
  panel.addEventListener("click", (event) => act(editor, event.target.closest("button")));
  mark(JSON.parse(document.getElementById("ed-figures").textContent));
}

function act(editor, button) {
  const number = Number(button?.dataset.figure);
  const figure = number && figuresIn(editor.state.doc)[number - 1];
  if (!figure) return;
  if (button.dataset.print) reprint(editor, figure, button.dataset.print);
  else goTo(editor, figure);
}

function reprint(editor, figure, text) {
  const node = editor.schema.text(text, [figure.mark]);
  editor.view.dispatch(editor.state.tr.replaceWith(figure.from, figure.to, node).setMeta("figures", {}));
  goTo(editor, { ...figure, to: figure.from + text.length });
}

/** Select a figure in the text and bring it into view. */
export function goTo(editor, figure) {
  editor.chain().focus().setTextSelection({ from: figure.from, to: figure.to }).run();
  editor.view.dispatch(editor.state.tr.setMeta("figures", { target: figure.n }).setMeta("addToHistory", false));
  editor.view.dom.querySelector(".fig.is-target")?.scrollIntoView({ block: "center" });
}
