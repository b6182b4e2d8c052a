/* The toolbar of the body: one stop in the tab order, arrows move inside it. */
function button(editor, { label, text, run, active, keys, className }) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = `prose-menubar__button ${className ?? ""}`.trim();
  made.append(...(text ?? [label]));
  if (text) made.setAttribute("aria-label", label);
  made.title = label;
  if (keys) made.setAttribute("aria-keyshortcuts", keys);
  made.addEventListener("mousedown", (event) => event.preventDefault());
  made.addEventListener("click", () => run(editor));
  if (active) {
    const show = () => made.setAttribute("aria-pressed", String(active(editor)));
    editor.on("transaction", show);
    show();
  }
  return made;
}

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function groups(words, pick, openImages, writeNote) {
  const chain = (editor) => editor.chain().focus();
  return [
    [
      { label: words.heading, text: ["H"], run: (e) => chain(e).toggleHeading({ level: 2 }).run(), active: (e) => e.isActive("heading", { level: 2 }) },
      { label: words.subheading, text: [element("small", "H")], run: (e) => chain(e).toggleHeading({ level: 3 }).run(), active: (e) => e.isActive("heading", { level: 3 }) },
      { label: words.bold, text: [element("b", "B")], run: (e) => chain(e).toggleBold().run(), active: (e) => e.isActive("bold"), keys: "Control+B" },
      { label: words.italic, text: [element("i", "I")], run: (e) => chain(e).toggleItalic().run(), active: (e) => e.isActive("italic"), keys: "Control+I" },
    ],
    [
      { label: words.link, run: (e) => e.chain().addLink().run(), active: (e) => e.isActive("link"), keys: "Control+K" },
      { label: words.quote, run: (e) => chain(e).toggleBlockquote().run(), active: (e) => e.isActive("blockquote") },
      { label: words.list, run: (e) => chain(e).toggleBulletList().run(), active: (e) => e.isActive("bulletList") },
      { label: words.numbered, run: (e) => chain(e).toggleOrderedList().run(), active: (e) => e.isActive("orderedList") },
    ],
    [
      {
        label: words.figure,
        text: [`${words.figure} `, element("kbd", "Ctrl Shift F")],
        run: pick,
        active: (e) => e.isActive("figure"),
        keys: "Control+Shift+F",
        className: "ed-primary-tool",
      },
      { label: words.image, run: (e) => openImages(e), active: (e) => e.isActive("placedImage") },
      ...(writeNote ? [{ label: words.note, run: writeNote, keys: "Control+Alt+M" }] : []),
    ],
    [
      { label: words.undo, run: (e) => chain(e).undo().run(), keys: "Control+Z" },
      { label: words.redo, run: (e) => chain(e).redo().run(), keys: "Control+Shift+Z" },
    ],
  ];
}

function roving(bar) {
  const buttons = [...bar.querySelectorAll("button")];
  const enter = (wanted) => buttons.forEach((each) => (each.tabIndex = each === wanted ? 0 : -1));
  enter(buttons[0]);
  bar.addEventListener("focusin", (event) => buttons.includes(event.target) && enter(event.target));
  bar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step && event.key !== "Home" && event.key !== "End") return;
    event.preventDefault();
    const forward = getComputedStyle(bar).direction === "rtl" ? -step : step;
    const at = buttons.indexOf(document.activeElement);
    const next = step ? (at + forward + buttons.length) % buttons.length : event.key === "Home" ? 0 : buttons.length - 1;
    buttons[next].focus();
  });
}

/** A toolbar element for the editor. `pick(editor)` opens the figure dialog; `writeNote(editor)`, if given, the one for notes. */
export function toolbar(editor, words, pick, openImages, writeNote) {
  const bar = document.createElement("div");
  bar.className = "prose-menubar";
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", words.toolbar);
  groups(words, pick, openImages, writeNote).forEach((items, index, all) => {
    const group = document.createElement("div");
    group.className = `prose-menubar__group${index === all.length - 1 ? " ed-end" : ""}`;
    group.append(...items.map((item) => button(editor, item)));
    bar.append(group);
  });
  roving(bar);
  return bar;
}
