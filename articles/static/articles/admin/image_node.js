/* A picture in the text: one block that names a picture and says what it means here. Its file is looked up by name. */
import { Node } from "../../django_prose_editor/editor.js";

const known = new Map();
let waiting = new Set();
let timer = 0;

/** Remember what the dialog already knows about a picture. */
export function remember(image) {
  known.set(image.slug, image);
}

/* All pictures of a text are asked for at once. */
function lookUp(slug, url) {
  if (known.has(slug)) return Promise.resolve(known.get(slug));
  return new Promise((resolve) => {
    waiting.add({ slug, resolve });
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const asked = [...waiting];
      waiting = new Set();
      const address = new URL(url, location.href);
      address.searchParams.set("slugs", [...new Set(asked.map((each) => each.slug))].join(","));
      try {
        const response = await fetch(address, { headers: { Accept: "application/json" } });
        if (response.ok) (await response.json()).results.forEach(remember);
      } finally {
        asked.forEach((each) => each.resolve(known.get(each.slug)));
      }
    }, 30);
  });
}

function view(words, url, change) {
  return ({ node, editor, getPos }) => {
    const dom = document.createElement("figure");
    dom.className = "ed-placed";
    const picture = document.createElement("img");
    const told = document.createElement("figcaption");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button ed-plain";
    button.textContent = words.change;
    button.addEventListener("click", () => change(editor, getPos()));
    dom.append(picture, told, button);
    const show = ({ attrs }) => {
      picture.alt = attrs.alternative;
      dom.toggleAttribute("data-missing", !attrs.alternative && !attrs.decorative);
      const says = attrs.decorative ? words.decorative : attrs.alternative || words.missing;
      told.replaceChildren(Object.assign(document.createElement("b"), { textContent: says }), ` ${attrs.caption}`);
      lookUp(attrs.image, url).then((image) => {
        if (image) picture.src = image.thumbnail;
        else told.textContent = words.unknown;
      });
    };
    show(node);
    return {
      dom,
      stopEvent: (event) => event.target === button,
      ignoreMutation: () => true,
      update(next) {
        if (next.type !== node.type) return false;
        show(next);
        return true;
      },
    };
  };
}

const text = (element, selector) => element.querySelector(selector)?.textContent?.trim() ?? "";

export const PlacedImage = Node.create({
  name: "placedImage",
  group: "block",
  atom: true,
  draggable: true,
  selectable: true,
  addOptions: () => ({ words: {}, url: "", change: () => true }),
  addAttributes: () => ({
    image: { default: null, parseHTML: (element) => element.getAttribute("data-image"), renderHTML: () => ({}) },
    alternative: {
      default: "",
      parseHTML: (element) => element.querySelector("img")?.getAttribute("alt") ?? "",
      renderHTML: () => ({}),
    },
    decorative: { default: false, parseHTML: (element) => element.hasAttribute("data-decorative"), renderHTML: () => ({}) },
    caption: { default: "", parseHTML: (element) => text(element, "figcaption"), renderHTML: () => ({}) },
  }),
  parseHTML: () => [{ tag: "figure[data-image]" }],
  renderHTML({ node }) {
    const { image, alternative, decorative, caption } = node.attrs;
    const marked = decorative ? { "data-image": image, "data-decorative": "" } : { "data-image": image };
    return ["figure", marked, ["img", { alt: alternative }], ["figcaption", {}, ...(caption ? [caption] : [])]];
  },
  addKeyboardShortcuts() {
    return {
      Enter: () => {
        const { node, from } = this.editor.state.selection;
        return node?.type.name === this.name ? this.options.change(this.editor, from) : false;
      },
    };
  },
  addNodeView() {
    return view(this.options.words, this.options.url, this.options.change);
  },
});
