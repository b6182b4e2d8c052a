/* Tabs of a form. Without script they are links to parts of the page; with it one part shows at a time. */
const parts = () => [...document.querySelectorAll(".ed-part")];
const tabs = () => [...document.querySelectorAll(".ed-tabs a")];

function open(id) {
  if (!parts().some((part) => part.id === id)) return false;
  for (const part of parts()) part.hidden = part.id !== id;
  for (const tab of tabs()) {
    const chosen = tab.hash === `#${id}`;
    tab.setAttribute("aria-selected", String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
    if (chosen) bringIntoRow(tab);
  }
  document.dispatchEvent(new CustomEvent("part:opened", { detail: id }));
  return true;
}

/** On a narrow screen the row of tabs scrolls by itself: the chosen one is to be seen. The page stays where it is. */
function bringIntoRow(tab) {
  const row = tab.closest("ul");
  const [here, around] = [tab.getBoundingClientRect(), row.getBoundingClientRect()];
  row.scrollLeft += here.left + here.width / 2 - around.left - around.width / 2;
}

function choose(tab) {
  open(tab.hash.slice(1));
  history.replaceState(null, "", tab.hash);
}

function describe(list) {
  list.querySelector("ul").setAttribute("role", "tablist");
  list.querySelectorAll("li").forEach((item) => item.setAttribute("role", "presentation"));
  for (const tab of tabs()) {
    const part = document.getElementById(tab.hash.slice(1));
    tab.id ||= `ed-tab-${part.id}`;
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", part.id);
    part.setAttribute("role", "tabpanel");
    part.setAttribute("aria-labelledby", tab.id);
    if (part.querySelector(".errors, .errorlist:not(.nonfield)")) mark(tab, list.dataset.wrong);
  }
}

function mark(tab, words) {
  const said = document.createElement("span");
  said.className = "visually-hidden";
  said.textContent = ` ${words}`;
  tab.append(said);
  tab.dataset.wrong = "";
}

function keys(event) {
  const all = tabs();
  const at = all.indexOf(event.target.closest("[role=tab]"));
  const turn = getComputedStyle(event.currentTarget).direction === "rtl" ? -1 : 1;
  const step = { ArrowRight: turn, ArrowLeft: -turn }[event.key];
  const to = { Home: 0, End: all.length - 1 }[event.key] ?? (step && (at + step + all.length) % all.length);
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  choose(all[to]);
  all[to].focus();
}

/** Show the part that an address or an error asks for. */
export function prepareTabs() {
  const list = document.querySelector(".ed-tabs");
  if (!list || !parts().length) return;
  const wanted = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    return target ? (target.closest(".ed-part")?.id ?? "") : "";
  };
  describe(list);
  const named = parts().some((each) => each.id === location.hash.slice(1));
  const wrong = document.querySelector(".ed-tabs [data-wrong]");
  open(wrong?.hash.slice(1) ?? "") || open(wanted()) || open(parts()[0].id);
  // The browser has jumped to the part; the tabs above it are wanted too.
  if (named) requestAnimationFrame(() => scrollTo(0, 0));
  list.addEventListener("keydown", keys);
  for (const tab of tabs()) {
    tab.addEventListener("click", (event) => {
      event.preventDefault();
      choose(tab);
    });
  }
  addEventListener("hashchange", () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (open(wanted()) && target) target.focus();
  });
}
