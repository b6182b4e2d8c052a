/* Names after an @: offered while they are typed, chosen with the arrows and Enter or Tab, closed with Escape. */
const WAIT = 120;
const TYPED = /(?:^|[^\w.@+-])@([\w.@+-]{0,150})$/u;

/** Offer the names that `url` knows for what is typed in `field`. Returns {keys(event) -> handled, close()}. */
export function completeNames(field, list, url) {
  let timer = 0;
  let asked = 0;
  let active = -1;
  const options = () => [...list.children];

  function close() {
    clearTimeout(timer);
    asked += 1;
    active = -1;
    list.hidden = true;
    list.replaceChildren();
    field.removeAttribute("aria-activedescendant");
  }

  function activate(index) {
    active = index;
    options().forEach((each, at) => each.setAttribute("aria-selected", String(at === index)));
    field.setAttribute("aria-activedescendant", options()[index].id);
    options()[index].scrollIntoView({ block: "nearest" });
  }

  function choose(index) {
    const { name } = options()[index].dataset;
    const before = field.value.slice(0, field.selectionStart).replace(/@[\w.@+-]*$/u, `@${name} `);
    field.value = before + field.value.slice(field.selectionEnd).replace(/^ /, "");
    field.setSelectionRange(before.length, before.length);
    close();
    field.focus();
  }

  function option({ name, full }, index) {
    const item = document.createElement("li");
    item.id = `ed-note-person-${index}`;
    item.className = "ed-opt";
    item.setAttribute("role", "option");
    item.dataset.name = name;
    const said = document.createElement("b");
    said.textContent = `@${name}`;
    item.append(said, full ? ` ${full}` : "");
    item.addEventListener("mousedown", (event) => event.preventDefault());
    item.addEventListener("click", () => choose(index));
    return item;
  }

  async function find(typed) {
    const mine = ++asked;
    const address = new URL(url, location.href);
    address.searchParams.set("q", typed);
    try {
      const response = await fetch(address, { headers: { Accept: "application/json" } });
      const { people } = response.ok ? await response.json() : { people: [] };
      if (mine !== asked) return;
      list.replaceChildren(...people.map(option));
      list.hidden = !people.length;
      if (people.length) activate(0);
    } catch {
      if (mine === asked) close();
    }
  }

  field.addEventListener("input", () => {
    clearTimeout(timer);
    const typed = field.value.slice(0, field.selectionStart).match(TYPED);
    if (typed) timer = setTimeout(() => find(typed[1]), WAIT);
    else close();
  });
  field.addEventListener("blur", close);

  function keys(event) {
    if (list.hidden || event.isComposing || event.ctrlKey || event.metaKey) return false;
    const count = options().length;
    const does = {
      ArrowDown: () => activate((active + 1) % count),
      ArrowUp: () => activate((active - 1 + count) % count),
      Enter: () => choose(active),
      Tab: () => choose(active),
      Escape: close,
    }[event.key];
    if (!does) return false;
    event.preventDefault();
    event.stopPropagation();
    does();
    return true;
  }

  return { keys, close };
}
