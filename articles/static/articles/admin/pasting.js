/* What is pasted keeps its meaning and loses its dress.
 *
 * The content security policy keeps style attributes from being applied, so the editor cannot read bold and
 * italic from them: a copied document that is wrapped in <b style="font-weight: normal"> would come out bold
 * all over. They are read as text here, turned into elements, and taken off, with handlers and scripts.
 */
const WHOLE = /<(style|script)\b[^>]*>[\s\S]*?<\/\1\s*>/gi;
const TAG = /<[a-z][^<>]*>/gi;
const BARE = new Set(["SPAN", "FONT"]);

const setAside = (tag) => tag.replace(/\bstyle(?=\s*=)/gi, "data-dress").replace(/\bon[a-z]+(?=\s*=)/gi, "data-gone");

const weighs = (style) => style.match(/(?:^|;)\s*font-weight\s*:\s*(\w+)/i)?.[1].toLowerCase();
const leans = (style) => style.match(/(?:^|;)\s*font-style\s*:\s*(\w+)/i)?.[1].toLowerCase();
const isHeavy = (weight) => weight === "bold" || weight === "bolder" || Number(weight) >= 600;
const isLight = (weight) => weight === "normal" || weight === "lighter" || Number(weight) < 600;

function wrap(element, name) {
  const made = element.ownerDocument.createElement(name);
  made.append(...element.childNodes);
  element.append(made);
}

function undress(element) {
  const style = element.dataset.dress;
  element.removeAttribute("data-dress");
  const bold = ["B", "STRONG"].includes(element.nodeName);
  const italic = ["I", "EM"].includes(element.nodeName);
  if (BARE.has(element.nodeName) && isHeavy(weighs(style))) wrap(element, "strong");
  if (BARE.has(element.nodeName) && ["italic", "oblique"].includes(leans(style))) wrap(element, "em");
  if ((bold && isLight(weighs(style))) || (italic && leans(style) === "normal")) element.replaceWith(...element.childNodes);
}

/** Pasted HTML as the editor should read it: a string of HTML, in and out. */
export function undressed(html) {
  const page = new DOMParser().parseFromString(html.replace(WHOLE, "").replace(TAG, setAside), "text/html");
  page.querySelectorAll("[data-dress]").forEach(undress);
  page.querySelectorAll("[data-gone]").forEach((element) => element.removeAttribute("data-gone"));
  return page.body.innerHTML;
}
