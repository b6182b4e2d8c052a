// The page of an indicator: scale, periods and the day of knowledge are chosen in place; the arrow keys go from value
// to value. Without this file the same links lead to the same pages, and every value is reached with Tab.
import { offerCopies } from "./cite.js";
import { offerFieldCopies } from "./copying.js";
import { walkPoints } from "./points.js";
import { slideDays } from "./slider.js";

const AROUND = [".masthead a[href]", ".foot a[href]"];
const PAUSE = 100;
let asked = null;
let saying = 0;
let shown = location.search;

function enhance() {
  const here = document.querySelector("#indicator");
  walkPoints(here);
  slideDays(here, (url) => show(url, { focus: "known-when" }));
  offerFieldCopies(here);
}

async function show(url, { focus = "", push = true } = {}) {
  asked?.abort();
  const mine = (asked = new AbortController());
  const here = document.querySelector("#indicator");
  here.setAttribute("aria-busy", "true");
  let next;
  try {
    const answer = await fetch(url, { signal: mine.signal });
    if (!answer.ok) throw new Error(answer.statusText);
    next = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!next.querySelector("#indicator")) throw new Error("not this page");
  } catch (error) {
    if (error.name !== "AbortError") location.assign(url);
    return;
  }
  // The band of another day comes and goes above the charts, and titles change: they stay where the reader looks.
  const before = document.querySelector("#charts")?.getBoundingClientRect().top;
  put(next);
  const after = document.querySelector("#charts")?.getBoundingClientRect().top;
  if (before !== undefined && after !== undefined) scrollBy({ top: after - before, behavior: "instant" });
  if (push) history.pushState(null, "", url);
  shown = location.search;
  if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
  if (focus) document.querySelector(`[data-tune="${CSS.escape(focus)}"]`)?.focus({ preventScroll: true });
  say(document.querySelector("#misread")?.textContent);
}

// For those who hear the page. Emptied now and filled in a later task: the same words twice are news only so.
function say(words) {
  const said = document.querySelector("#tuned");
  clearTimeout(saying);
  said.textContent = "";
  saying = setTimeout(() => (said.textContent = words ?? said.dataset.said), PAUSE);
}

function put(next) {
  document.title = next.title;
  document.querySelector("#indicator").replaceWith(next.querySelector("#indicator"));
  document.querySelector(".asof-band")?.remove();
  const band = next.querySelector(".asof-band");
  if (band) document.querySelector(".masthead").after(band);
  // The links around the page keep the reader in the day that is shown.
  for (const selector of AROUND) {
    const links = [...next.querySelectorAll(selector)];
    document.querySelectorAll(selector).forEach((link, n) => links[n] && link.setAttribute("href", links[n].getAttribute("href")));
  }
  offerCopies(document.querySelector("#indicator"));
  enhance();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-tune]");
  if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  show(link.href, { focus: link.dataset.tune });
});

document.addEventListener("submit", (event) => {
  const form = event.target.closest(".tune form");
  if (!form) return;
  event.preventDefault();
  const values = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  show(`${location.pathname}?${values}`, { focus: document.activeElement?.id });
});

addEventListener("popstate", () => {
  // A link within the page changes no parameter.
  if (location.search !== shown) show(location.href, { push: false });
});
enhance();
