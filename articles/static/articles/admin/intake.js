/* The review of a clipping by keyboard. Without it the page is a form with radio buttons. */
const cards = [...document.querySelectorAll(".ed-cards > li")];
const clip = document.querySelector(".ed-clip");
const hint = document.querySelector("[data-keys]");
let at = 0;

function show(next) {
  if (!cards.length) return;
  at = Math.min(Math.max(next, 0), cards.length - 1);
  cards[at].focus({ preventScroll: false });
  for (const link of document.querySelectorAll(".ed-prop")) link.removeAttribute("aria-current");
  const link = document.querySelector(`.ed-prop[href="#card-${cards[at].dataset.n}"]`);
  link?.setAttribute("aria-current", "true");
  // The text beside the cards scrolls by itself.
  if (link && clip.scrollHeight > clip.clientHeight) clip.scrollTop = link.offsetTop - clip.clientHeight / 2;
}

/* A radio button of a card: the first proposal for "", that of a value, or "not decided" for "none". */
function radio(card, value) {
  const all = [...card.querySelectorAll('input[type="radio"]')];
  if (value === "none") return all.find((each) => each.value === "");
  return value ? all.find((each) => each.value === value) : all.find((each) => !["other", "new", "reject", ""].includes(each.value));
}

function choose(card, value) {
  const found = radio(card, value);
  if (!found) return false;
  found.checked = true;
  const aside = found.closest("details");
  if (aside) aside.open = true;
  count();
  return true;
}

const isOpen = (card) => radio(card, "none").checked;

function count() {
  const told = document.querySelector("[data-open]");
  if (told) told.textContent = cards.filter(isOpen).length;
}

/* The next card that nobody has decided, or the next one. */
function goOn(from) {
  const next = cards.findIndex((card, number) => number > from && isOpen(card));
  show(next < 0 ? from + 1 : next);
}

/* Only what is sure: what has a guessed period is decided one by one. */
function acceptAll(block) {
  for (const card of cards) {
    if (card.dataset.block === block && "sure" in card.dataset && isOpen(card)) choose(card, "");
  }
  goOn(cards.findIndex((card) => card.dataset.block === block) - 1);
}

const KEYS = {
  a: (card) => choose(card, "") && goOn(at),
  A: (card) => acceptAll(card.dataset.block),
  e: (card) => choose(card, "other") && card.querySelector('input[name^="other-"]').focus(),
  r: (card) => choose(card, "reject") && card.querySelector('input[name^="why-"]').focus(),
  n: () => show(at + 1),
  p: () => show(at - 1),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !cards.length) return;
  const field = event.target.closest?.('input:not([type="radio"]), textarea, select, dialog');
  if (field) {
    if (event.key === "Enter" && field.closest(".ed-cards")) {
      event.preventDefault();
      show(at + 1);
    }
    return;
  }
  const act = KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act(cards[at]);
});
document.addEventListener("change", count);
for (const [number, card] of cards.entries()) card.addEventListener("focusin", () => { at = number; });
if (cards.length) {
  hint.hidden = false;
  show(0);
}
