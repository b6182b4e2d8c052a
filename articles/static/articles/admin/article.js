/* The article form: tabs, the rich-text editor, the figure dialog, the figures panel, the sticky bar. */
import * as prose from "../../django_prose_editor/editor.js";
import { FigureMark, figuresIn } from "./figure_mark.js";
import { followHouse } from "./house.js";
import { openImages, prepareImages } from "./image_dialog.js";
import { PlacedImage } from "./image_node.js";
import { prepareCopying } from "./copying.js";
import { followNotes, writeNote } from "./notes.js";
import { followFigures, goTo } from "./panel.js";
import { followPreview } from "./preview.js";
import { undressed } from "./pasting.js";
import { pick, preparePicker } from "./picker.js";
import { watchPresence } from "./presence.js";
import { watchSaving } from "./saving.js";
import { prepareTabs } from "./tabs.js";
import { toolbar } from "./toolbar.js";

const COMPANIONS = { BulletList: ["ListItem"], OrderedList: ["ListItem"], Table: ["TableRow", "TableHeader", "TableCell"] };

function extensionsFor(offered, words) {
  const names = new Set(["Document", "Paragraph", "Text", "Dropcursor", "Gapcursor"]);
  for (const name of Object.keys(offered)) [name, ...(COMPANIONS[name] ?? [])].forEach((each) => names.add(each));
  names.delete("FigureMark");
  const built = [...names].map((name) => {
    const options = offered[name];
    return options && options !== true ? prose[name].configure(options) : prose[name];
  });
  const images = document.getElementById("ed-images")?.dataset.find ?? "";
  const placed = PlacedImage.configure({ words: words.images, url: images, change: openImages });
  return [...built, FigureMark.configure({ pick }), placed];
}

function edit(textarea) {
  const words = JSON.parse(document.getElementById("ed-words").textContent);
  const place = document.createElement("div");
  place.className = "prose-editor";
  textarea.before(place);
  const label = document.querySelector(`label[for="${textarea.id}"]`);
  const editor = new prose.Editor({
    element: place,
    injectCSS: false,
    extensions: extensionsFor(JSON.parse(textarea.dataset.bodyEditor), words),
    content: textarea.value,
    editorProps: {
      transformPastedHTML: undressed,
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": label?.textContent ?? "",
        lang: textarea.lang,
        dir: textarea.dir,
      },
    },
    onUpdate() {
      textarea.value = editor.isEmpty ? "" : editor.getHTML();
      textarea.dispatchEvent(new Event("input", { bubbles: true }));
    },
  });
  place.prepend(toolbar(editor, words, pick, openImages, document.getElementById("ed-note") && writeNote));
  place.append(textarea);
  label?.addEventListener("click", () => editor.commands.focus());
  return editor;
}

function followLinks(editor) {
  const go = () => {
    const number = Number(location.hash.match(/^#figure-(\d+)$/)?.[1]);
    const figure = number && figuresIn(editor.state.doc)[number - 1];
    if (figure) goTo(editor, figure);
  };
  addEventListener("hashchange", go);
  go();
}

const textarea = document.querySelector("textarea[data-body-editor]");
const form = document.getElementById("article_form");
prepareTabs();
prepareCopying();
preparePicker();
prepareImages();
if (textarea) {
  const editor = edit(textarea);
  const panel = document.getElementById("ed-panel");
  if (panel) followFigures(editor, textarea, panel);
  const house = document.getElementById("ed-house");
  if (house) followHouse(editor, textarea, house);
  followNotes(editor);
  followLinks(editor);
}
if (form?.querySelector("[data-part=trouble]")) {
  watchSaving(form);
  watchPresence(form);
  followPreview(form);
}
