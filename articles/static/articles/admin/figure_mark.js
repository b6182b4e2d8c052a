/* The figure mark: <data value data-observation> around the writer's own words, which stay editable. */
import { Mark, pm } from "../../django_prose_editor/editor.js";

const { Plugin, PluginKey } = pm.state;
const { Decoration, DecorationSet } = pm.view;

export const figuresKey = new PluginKey("figures");

/** Every figure of the document in the order of the text: {n, from, to, text, mark}. */
export function figuresIn(doc) {
  const found = [];
  doc.descendants((node, pos, parent) => {
    const mark = node.isText && node.marks.find((each) => each.type.name === "figure");
    if (!mark) return;
    const last = found.at(-1);
    if (last && last.to === pos && last.parent === parent && last.mark.eq(mark)) {
      last.to = pos + node.nodeSize;
      last.text += node.text;
    } else {
      found.push({ n: found.length + 1, from: pos, to: pos + node.nodeSize, text: node.text, mark, parent });
    }
  });
  return found;
}

/** The figure that the selection stands in, or undefined. */
export function figureAt(state) {
  const { from, to } = state.selection;
  return figuresIn(state.doc).find((figure) => figure.from <= from && to <= figure.to);
}

function decorations(doc, { states, target }) {
  const drawn = figuresIn(doc).map((figure) => {
    const state = states[figure.n - 1] ?? "unbound";
    const classes = figure.n === target ? "fig is-target" : "fig";
    return Decoration.inline(figure.from, figure.to, { class: classes, "data-state": state, "data-no": String(figure.n) });
  });
  return DecorationSet.create(doc, drawn);
}

/* A number is often changed by deleting it and typing anew, or by typing over all of it. The new words are still
   that figure: the mark is remembered while the caret stays, and put on what replaces the whole of it. */
function keepMark(transactions, before, after) {
  if (transactions.some((one) => one.getMeta("history$") || one.getMeta("figures"))) return null;
  const changed = transactions.filter((one) => one.docChanged);
  if (changed.length !== 1 || changed[0].steps.length !== 1) return null;
  let result = null;
  const carried = before.storedMarks?.find((each) => each.type.name === "figure");
  changed[0].steps[0].getMap().forEach((oldStart, oldEnd, newStart, newEnd) => {
    if (carried && newEnd > newStart) result = carryOn(after, newEnd, carried) ?? result;
    const mark = oldEnd > oldStart && onlyMark(before.doc, oldStart, oldEnd);
    if (!mark) return;
    if (newEnd > newStart) {
      if (!after.doc.rangeHasMark(newStart, newEnd, mark.type)) result = after.tr.addMark(newStart, newEnd, mark);
      if (result && after.selection.empty && after.selection.from === newEnd) result.setStoredMarks([mark]);
    } else if (after.selection.empty && after.selection.from === newStart) {
      const marks = after.storedMarks ?? after.selection.$from.marks();
      result = after.tr.setStoredMarks(mark.addToSet(marks));
    }
  });
  return result;
}

/* While words are typed anew at the end of a figure they still belong to it, until a sentence or clause ends. */
function carryOn(state, end, mark) {
  const { empty, from, $from } = state.selection;
  if (!empty || from !== end) return null;
  const typed = $from.parent.textBetween(0, $from.parentOffset);
  if (/[,.;:!?)]\s$/.test(typed)) return null;
  return state.tr.setStoredMarks(mark.addToSet(state.storedMarks ?? $from.marks()));
}

function onlyMark(doc, from, to) {
  let mark = null;
  let whole = true;
  doc.nodesBetween(from, to, (node) => {
    if (!node.isText) return;
    const own = node.marks.find((each) => each.type.name === "figure");
    if (!own || (mark && !mark.eq(own))) whole = false;
    mark = own ?? mark;
  });
  return whole ? mark : null;
}

export const FigureMark = Mark.create({
  name: "figure",
  priority: 1100, // outermost, so that one figure is one element whatever stands inside
  inclusive: false,
  addOptions: () => ({ pick: () => true }),
  addAttributes: () => ({
    observation: {
      default: null,
      parseHTML: (element) => element.getAttribute("data-observation"),
      renderHTML: ({ observation }) => ({ "data-observation": observation }),
    },
    value: {
      default: null,
      parseHTML: (element) => element.getAttribute("value"),
      renderHTML: ({ value }) => (value ? { value } : {}),
    },
  }),
  parseHTML: () => [{ tag: "data[data-observation]" }],
  renderHTML: ({ HTMLAttributes }) => ["data", HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return { "Mod-Shift-f": () => this.options.pick(this.editor) };
  },
  addProseMirrorPlugins() {
    return [
      new Plugin({
        key: figuresKey,
        state: {
          init: (_config, state) => ({ states: [], target: 0, drawn: decorations(state.doc, { states: [] }) }),
          apply(transaction, value) {
            const news = transaction.getMeta("figures");
            if (!news && !transaction.docChanged) return value;
            const next = { ...value, ...news };
            return { ...next, drawn: decorations(transaction.doc, next) };
          },
        },
        props: { decorations: (state) => figuresKey.getState(state).drawn },
        appendTransaction: keepMark,
      }),
    ];
  },
});
