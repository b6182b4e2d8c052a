/* Tabs of a form. Without script they are links to parts of the page; with it one part shows at a time. */
const parts = () => [...document.querySelectorAll(".ed-part")];
const links = () => [...document.querySelectorAll(".ed-tabs a")];

function open(id) {
  if (!parts().some((part) => part.id === id)) return false;
  for (const part of parts()) part.hidden = part.id !== id;
  for (const link of links()) {
    if (link.hash === `#${id}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  return true;
}

/** Show the part that an address or an error asks for. */
export function prepareTabs() {
  if (!parts().length) return;
  const wanted = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    return target ? (target.closest(".ed-part")?.id ?? "") : "";
  };
  const part = location.hash.slice(1);
  const wrong = document.querySelector(".ed-part .errors, .ed-part .errorlist:not(.nonfield)");
  open(wrong?.closest(".ed-part").id ?? "") || open(wanted()) || open(parts()[0].id);
  // The browser has jumped to the part; the tabs above it are wanted too.
  if (parts().some((each) => each.id === part)) requestAnimationFrame(() => scrollTo(0, 0));
  for (const link of links()) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      open(link.hash.slice(1));
      history.replaceState(null, "", link.hash);
    });
  }
  addEventListener("hashchange", () => open(wanted()));
}
