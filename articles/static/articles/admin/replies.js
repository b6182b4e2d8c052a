// The queue of replies by keyboard: only while the focus is on the checkbox of a row, so that no key is taken elsewhere.
const VERBS = { a: "approve", r: "reject", s: "spam" };
const form = document.getElementById("changelist-form");
const boxes = () => [...(form ?? document).querySelectorAll("#result_list input.action-select")];

form?.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !event.target.matches("input.action-select")) return;
  const all = boxes();
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    event.preventDefault();
    all[all.indexOf(event.target) + step]?.focus();
    return;
  }
  const action = form.elements.action;
  const verb = VERBS[event.key.toLowerCase()];
  if (!verb || !action) return;
  event.preventDefault();
  if (!all.some((box) => box.checked)) event.target.click();
  action.value = verb;
  form.requestSubmit(form.querySelector("button[name=index]"));
});
boxes()[0]?.focus();
