/* Keywords of an article: a pasted list is recognised at once, suggestions come on demand, rows are put in order. */
const tools = document.getElementById("kw-tools");
const group = document.getElementById("keyword_rows-group");

async function ask(url, fields, place) {
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  const response = await fetch(url, { method: "POST", body: new URLSearchParams(fields), headers: { "X-CSRFToken": token } });
  if (response.ok) place.innerHTML = await response.text();
  return response.ok;
}

function followPasting() {
  const area = document.getElementById("id_pasted_keywords");
  const place = document.getElementById("open-keywords");
  let timer = 0;
  area?.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => ask(tools.dataset.recognise, { text: area.value }, place).catch(() => {}), 300);
  });
}

function followSuggesting() {
  const link = tools.querySelector("[data-kw=suggest]");
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const value = (name) => document.querySelector(`[name=${name}]`)?.value ?? "";
    const fields = { title: value("title"), standfirst: value("standfirst"), body: value("body"), article: tools.dataset.article };
    ask(tools.dataset.suggest, fields, tools.querySelector("[data-kw=chips]")).catch(() => location.assign(link.href));
  });
}

const rows = () => [...group.querySelectorAll("tr.form-row:not(.empty-form)")];

function number() {
  rows().forEach((row, n) => {
    const position = row.querySelector("input[name$=-position]");
    if (position && position.value !== String(n + 1)) {
      position.value = n + 1;
      position.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });
}

function place(row, before) {
  row.parentNode.insertBefore(row, before);
  number();
}

function step(row, by) {
  const all = rows();
  const at = all.indexOf(row);
  const beside = all[at + by];
  if (!beside) return;
  place(row, by < 0 ? beside : beside.nextSibling);
  row.querySelector(by < 0 ? "[data-kw=up]" : "[data-kw=down]").focus();
  said.textContent = `${tools.dataset.moved} ${at + by + 1}`;
}

const said = document.createElement("p");
said.className = "visually-hidden";
said.setAttribute("role", "status");
let dragged = null;

function makeMovable(row) {
  if (row.querySelector(".kw-move")) return;
  const cell = row.querySelector("td.field-position");
  if (!cell) return;
  const span = document.createElement("span");
  span.className = "kw-move";
  for (const [name, sign, by] of [["up", "↑", -1], ["down", "↓", 1]]) {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.kw = name;
    button.textContent = sign;
    button.setAttribute("aria-label", tools.dataset[name]);
    button.addEventListener("click", () => step(row, by));
    span.append(button);
  }
  cell.append(span);
  // Only the handle starts a drag: a draggable row would make its inputs hard to use.
  span.draggable = true;
  span.addEventListener("dragstart", (event) => {
    dragged = row;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setDragImage(row, 0, 0);
  });
  row.addEventListener("dragover", (event) => {
    if (!dragged || dragged === row) return;
    event.preventDefault();
    const box = row.getBoundingClientRect();
    place(dragged, event.clientY < box.top + box.height / 2 ? row : row.nextSibling);
  });
  row.addEventListener("drop", (event) => event.preventDefault());
  span.addEventListener("dragend", () => (dragged = null));
}

if (tools) {
  followPasting();
  followSuggesting();
}
if (tools && group) {
  group.append(said);
  rows().forEach(makeMovable);
  document.addEventListener("formset:added", () => rows().forEach(makeMovable));
}
