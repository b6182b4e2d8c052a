/* The form of the front page without a reload for every button: the server answers the same page, of which the form
   is taken, and the keyboard stays where it was. Without this module each button sends the form as usual. */

const form = document.getElementById("compose");
const LEAVES = ["compose", "clear", "preview"];
let native = false;

function focusAgain(value, section, index) {
  const same = form.querySelector(`button[value="${CSS.escape(value)}"]`);
  const there = section && document.getElementById(section)?.closest("section");
  const rows = there ? [...there.querySelectorAll("li button")] : [];
  (same ?? rows[Math.min(index, rows.length - 1)] ?? form.querySelector("#fp-words"))?.focus();
}

async function send(button) {
  const section = button.closest("section")?.getAttribute("aria-labelledby");
  const index = [...(button.closest("section")?.querySelectorAll("li button") ?? [])].indexOf(button);
  const field = document.activeElement?.matches?.("input[type=search]") ? document.activeElement.id : "";
  const answer = await fetch(form.action, { method: "POST", body: new FormData(form, button) });
  if (!answer.ok || answer.redirected) throw new Error(answer.statusText);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  form.replaceChildren(...page.getElementById("compose").childNodes);
  if (field) document.getElementById(field)?.focus();
  else focusAgain(button.value, section, index);
}

form?.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (native || !button || LEAVES.includes(button.value)) return;
  event.preventDefault();
  send(button).catch(() => {
    native = true;
    button.click();
  });
});
