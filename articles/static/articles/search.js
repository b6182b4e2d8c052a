// Suggestions while a reader types: the search field becomes an ARIA combobox. Without this file it is a plain form.
const PAUSE = 150;
const SHORTEST = 2;

/** Enhance every search form of a page. */
export function suggestAsYouType(root) {
  for (const form of root.querySelectorAll("form[role=search]")) {
    const input = form.querySelector("input[type=search]");
    if (input) new Combobox(form, input);
  }
}

/** Beside the results the choices that narrow them are open; the stylesheet alone does it in newer browsers. */
export function openFacets(root) {
  if (!window.matchMedia("(min-width: 62rem)").matches) return;
  for (const facets of root.querySelectorAll("details.facets-d")) facets.open = true;
}

class Combobox {
  #form;
  #input;
  #list = document.createElement("ul");
  #status = document.createElement("p");
  #active = -1;
  #timer = 0;
  #request = null;

  constructor(form, input) {
    this.#form = form;
    this.#input = input;
    this.#list.id = `${input.id}-suggestions`;
    this.#list.className = "suggestions";
    this.#list.setAttribute("role", "listbox");
    this.#list.setAttribute("aria-label", form.querySelector("label")?.textContent ?? "");
    this.#list.hidden = true;
    this.#status.className = "hide";
    this.#status.setAttribute("role", "status");
    form.append(this.#list, this.#status);
    for (const [name, value] of Object.entries({
      role: "combobox",
      autocomplete: "off",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": this.#list.id,
    })) input.setAttribute(name, value);
    input.addEventListener("input", () => this.#later());
    input.addEventListener("keydown", (event) => this.#key(event));
    input.addEventListener("blur", () => this.#close());
    // Pressing an option must not take the focus from the field, or the list is gone before the click arrives.
    this.#list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.#list.addEventListener("click", (event) => this.#follow(event.target.closest("[role=option]")));
  }

  #later() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), PAUSE);
  }

  async #ask() {
    this.#request?.abort();
    const text = this.#input.value.trim();
    const cjk = /[\u3400-\u9fff]/.test(text);
    if (text.length < (cjk ? 1 : SHORTEST)) return this.#close();
    this.#request = new AbortController();
    const address = new URL("suggest/", this.#form.action);
    address.search = new URLSearchParams(new FormData(this.#form));
    try {
      const answer = await fetch(address, { signal: this.#request.signal });
      if (answer.ok) this.#show(await answer.json());
    } catch (error) {
      if (error.name !== "AbortError") this.#close();
    }
  }

  #show({ suggestions, count }) {
    if (document.activeElement !== this.#input) return;
    this.#list.replaceChildren(...suggestions.map((each, index) => this.#option(each, index)));
    this.#status.textContent = count;
    this.#active = -1;
    this.#input.removeAttribute("aria-activedescendant");
    this.#open(suggestions.length > 0);
  }

  #option({ kind, label, text, url, lang, dir }, index) {
    const option = document.createElement("li");
    const words = document.createElement("span");
    const type = document.createElement("span");
    Object.assign(option, { id: `${this.#list.id}-${index}`, className: "suggestion" });
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.dataset.url = url;
    option.dataset.kind = kind;
    Object.assign(words, { textContent: text, lang, dir });
    Object.assign(type, { textContent: label, className: "type" });
    option.append(words, type);
    return option;
  }

  #key(event) {
    const options = this.#list.children;
    if (event.key === "Escape" && !this.#list.hidden) {
      event.preventDefault();
      return this.#close();
    }
    if (event.isComposing || this.#list.hidden || options.length === 0) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      // One place more than there are options: the field itself, where nothing is chosen.
      const places = options.length + 1;
      this.#choose(((this.#active + 1 + step + places) % places) - 1);
    } else if (event.key === "Enter" && this.#active >= 0) {
      event.preventDefault();
      this.#follow(options[this.#active]);
    }
  }

  #choose(index) {
    this.#active = index;
    for (const [place, option] of [...this.#list.children].entries()) {
      option.setAttribute("aria-selected", String(place === index));
    }
    const chosen = this.#list.children[index];
    if (!chosen) return this.#input.removeAttribute("aria-activedescendant");
    this.#input.setAttribute("aria-activedescendant", chosen.id);
    chosen.scrollIntoView({ block: "nearest" });
  }

  #follow(option) {
    if (option) window.location.assign(option.dataset.url);
  }

  #open(open) {
    this.#list.hidden = !open;
    this.#input.setAttribute("aria-expanded", String(open));
  }

  #close() {
    clearTimeout(this.#timer);
    this.#request?.abort();
    this.#active = -1;
    this.#input.removeAttribute("aria-activedescendant");
    this.#status.textContent = "";
    this.#open(false);
  }
}
