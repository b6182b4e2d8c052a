/* Where a note stands in the text: its words, and what stands around them (as articles/notes/anchoring.py). */
const MOST_QUOTE = 1000;
const MOST_AROUND = 64;
const MOST_PLACES = 200;

const plain = (text) => text.trim().replace(/\s+/g, " ");

/** The words of a document with white space as one blank, and the place of each character. */
export function textOf(doc) {
  // A list, not a growing string: asking a growing string for its end copies it at every word.
  const characters = [];
  const places = [];
  let last = " ";
  const add = (character, from) => {
    const blank = /\s/.test(character);
    if (blank && last === " ") return;
    last = blank ? " " : character;
    characters.push(last);
    places.push(from);
  };
  doc.descendants((node, pos) => {
    if (node.isText) for (let at = 0; at < node.text.length; at += 1) add(node.text[at], pos + at);
    else add(" ", pos);
  });
  return { text: characters.join(""), places };
}

/** The place {from, to} of the words of a note, or null if they are gone. */
export function placeOf({ text, places }, { quote, prefix = "", suffix = "" }) {
  const words = plain(quote ?? "");
  let best = -1;
  let most = -1;
  let at = words ? text.indexOf(words) : -1;
  for (let tries = 0; at >= 0 && tries < MOST_PLACES; tries += 1, at = text.indexOf(words, at + 1)) {
    const alike = likeness(text, at, at + words.length, plain(prefix), plain(suffix));
    if (alike > most) [best, most] = [at, alike];
  }
  return best < 0 ? null : { from: places[best], to: places[best + words.length - 1] + 1 };
}

function likeness(text, start, end, prefix, suffix) {
  const before = text.slice(Math.max(0, start - MOST_AROUND - 1), start).trimEnd();
  const after = text.slice(end, end + MOST_AROUND + 1).trimStart();
  return common([...before].reverse(), [...prefix].reverse()) + common([...after], [...suffix]);
}

function common(one, other) {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length += 1;
  return length;
}

/** The selected words and what stands around them. */
export function selected({ doc, selection: { from, to } }) {
  const between = (start, end) => plain(doc.textBetween(start, end, "\n", "\n"));
  return {
    quote: between(from, to).slice(0, MOST_QUOTE),
    prefix: between(Math.max(0, from - 4 * MOST_AROUND), from).slice(-MOST_AROUND),
    suffix: between(to, Math.min(doc.content.size, to + 4 * MOST_AROUND)).slice(0, MOST_AROUND),
  };
}
