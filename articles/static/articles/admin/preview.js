/* The page as readers will see it, beside the editor: follows the form, keeps its place. Stores nothing. */
import { posted, token } from "./saving.js";

const PAUSE = 600;
const WIDTHS = { phone: 390, desktop: 1280 };
const OPEN = "ed-preview";
const WIDTH = "ed-preview-width";

/** Links and forms of the shown page open elsewhere: the frame stays at the preview. */
function keepHere(shown) {
  const elsewhere = (event) => {
    const link = event.target.closest("a[href]");
    if (!link || link.getAttribute("href").startsWith("#")) return;
    event.preventDefault();
    open(link.href, "_blank", "noopener");
  };
  shown.addEventListener("click", elsewhere);
  shown.addEventListener("submit", (event) => event.preventDefault());
}

/** Put a newly compiled page in the place of the one that is shown; what was in view stays in view. */
function replace(shown, html) {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  const { scrollLeft, scrollTop } = shown.scrollingElement;
  for (const name of ["lang", "dir"]) shown.documentElement.setAttribute(name, fresh.documentElement.getAttribute(name) ?? "");
  shown.title = fresh.title;
  shown.body.replaceWith(shown.adoptNode(fresh.body));
  shown.scrollingElement.scrollTo({ left: scrollLeft, top: scrollTop, behavior: "instant" });
}

export function followPreview(form) {
  const button = form.querySelector("[data-part=preview]");
  const pane = document.getElementById("ed-live");
  if (!button || !pane) return;
  const stage = pane.querySelector(".ed-stage");
  const frame = pane.querySelector("iframe");
  const said = pane.querySelector("[data-part=live-said]");
  const again = pane.querySelector("[data-part=live-again]");
  const widths = [...pane.querySelectorAll("button[data-width]")];
  let timer = 0;
  let flight = null;

  function say(sentence) {
    said.textContent = sentence;
    again.hidden = !sentence;
  }

  function fit() {
    const wide = WIDTHS[pane.dataset.width];
    const scale = Math.min(1, stage.clientWidth / wide) || 1;
    frame.style.setProperty("--wide", `${wide}px`);
    frame.style.setProperty("--scale", String(scale));
  }

  function widen(width) {
    pane.dataset.width = width in WIDTHS ? width : "phone";
    for (const each of widths) each.setAttribute("aria-pressed", String(each.dataset.width === pane.dataset.width));
    fit();
  }

  async function refresh() {
    clearTimeout(timer);
    if (pane.hidden || !frame.src) return;
    flight?.abort();
    const own = (flight = new AbortController());
    try {
      const response = await fetch(button.formAction, {
        method: "POST",
        body: posted(form),
        headers: { "X-CSRFToken": token() },
        redirect: "manual",
        signal: own.signal,
      });
      const html = await response.text();
      if (own !== flight) return;
      if (response.status === 413) say(html);
      else if (!response.ok || !frame.contentDocument?.body) say(pane.dataset.failed);
      else (say(""), replace(frame.contentDocument, html));
    } catch (error) {
      if (error.name !== "AbortError") say(pane.dataset.failed);
    }
  }

  function toggle(wanted) {
    pane.hidden = !wanted;
    button.setAttribute("aria-expanded", String(wanted));
    if (wanted) sessionStorage.setItem(OPEN, "1");
    else sessionStorage.removeItem(OPEN);
    if (!wanted) return;
    fit();
    if (frame.src) refresh();
    else frame.src = button.formAction;
  }

  frame.addEventListener("load", () => {
    if (!frame.src) return;
    if (!frame.contentDocument?.body) return say(pane.dataset.failed);
    keepHere(frame.contentDocument);
    refresh();
  });
  const shortcut = (event) => {
    if (!(event.ctrlKey || event.metaKey) || !event.altKey || event.code !== "KeyP" || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    toggle(pane.hidden);
  };
  button.setAttribute("aria-controls", pane.id);
  button.addEventListener("click", (event) => {
    event.preventDefault();
    toggle(pane.hidden);
    if (!pane.hidden) pane.scrollIntoView({ block: "nearest" });
  });
  pane.querySelector("[data-part=live-close]").addEventListener("click", () => (toggle(false), button.focus()));
  again.addEventListener("click", refresh);
  for (const each of widths) {
    each.addEventListener("click", () => {
      localStorage.setItem(WIDTH, each.dataset.width);
      widen(each.dataset.width);
    });
  }
  document.addEventListener("keydown", shortcut);
  document.addEventListener("writing:changed", () => {
    clearTimeout(timer);
    if (!pane.hidden) timer = setTimeout(refresh, PAUSE);
  });
  document.addEventListener("writing:saved", ({ detail }) => button.setAttribute("formaction", detail.preview));
  new ResizeObserver(fit).observe(stage);
  widen(localStorage.getItem(WIDTH) ?? "phone");
  toggle(sessionStorage.getItem(OPEN) === "1");
}
