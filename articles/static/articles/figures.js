// A figure mark opens its note in a popover. The note stays where it is in the page: what opens is a copy.

const MARK = "a.fig[href^='#n'], .tally a[href^='#n']";
const GAP = 8;

export function openNotes(page) {
  if (!("popover" in HTMLElement.prototype) || !page.querySelector(MARK)) return;
  const box = makeBox(page);
  let opener = null;

  page.addEventListener("click", (event) => {
    const mark = event.target.closest?.(MARK);
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button) return;
    const note = page.getElementById(mark.hash.slice(1));
    if (!note) return;
    event.preventDefault();
    opener = mark;
    show(box, note, mark);
  });

  box.addEventListener("toggle", (event) => {
    if (event.newState === "closed" && box.contains(page.activeElement)) opener?.focus();
  });
  addEventListener("resize", () => box.matches(":popover-open") && opener && place(box, opener));
}

function makeBox(page) {
  const box = page.createElement("div");
  box.className = "note-box";
  box.popover = "auto";
  box.tabIndex = -1;
  box.setAttribute("role", "dialog");
  page.body.append(box);
  return box;
}

function show(box, note, mark) {
  const list = box.ownerDocument.createElement("ol");
  list.className = "notes";
  const copy = note.cloneNode(true);
  copy.removeAttribute("id");
  for (const details of copy.querySelectorAll("details")) details.open = true;
  list.append(copy);
  box.replaceChildren(list);
  const words = note.closest("[lang]");
  box.lang = words?.lang ?? "";
  box.dir = words?.dir ?? "";
  box.setAttribute("aria-label", note.closest("aside")?.getAttribute("aria-label") ?? "");
  if (box.matches(":popover-open")) box.hidePopover();
  box.showPopover({ source: mark });
  place(box, mark);
  box.focus({ preventScroll: true });
}

// Below the line of the mark, or above it where there is no room; always inside the window.
function place(box, mark) {
  const line = mark.getClientRects()[0];
  const { offsetWidth: width, offsetHeight: height } = box;
  const room = document.documentElement.clientWidth;
  const below = line.bottom + GAP;
  const top = below + height > innerHeight && line.top - GAP - height > 0 ? line.top - GAP - height : below;
  box.style.insetBlockStart = `${top}px`;
  box.style.left = `${Math.max(GAP, Math.min(line.left, room - width - GAP))}px`;
}
