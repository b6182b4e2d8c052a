/* Saves while somebody writes, says so, and asks before a page with unsaved text is left. Saves on Ctrl+S. */
const WAIT = 1000;
const LATEST = 10000;
const RETRY = 5000;

/** The cross-site token as it is now: signing in in another window renews it. */
export function token() {
  return document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1] ?? document.querySelector("[name=csrfmiddlewaretoken]").value;
}

/** What a form sends, with that token in place of the one that the page was opened with. */
export function posted(form) {
  const data = new FormData(form);
  data.set("csrfmiddlewaretoken", token());
  return data;
}

/** Every form of the page takes the token as it is when it is sent. */
function renewTokens() {
  addEventListener("submit", ({ target }) => target.elements.csrfmiddlewaretoken && (target.elements.csrfmiddlewaretoken.value = token()), true);
}

export function watchSaving(form) {
  const status = form.querySelector("[data-part=saved]");
  const trouble = form.querySelector("[data-part=trouble]");
  const part = (name) => trouble.querySelector(`[data-part=${name}]`);
  const field = (name) => form.querySelector(`[name=${name}]`);
  const session = field("writing_session");
  const turn = field("writing_turn");
  session.value ||= crypto.randomUUID?.() ?? String(Math.random()).slice(2);
  let changes = 0;
  let stored = 0;
  let since = 0;
  let timer = 0;
  let flight = null;
  let conflict = false;

  const dirty = () => changes !== stored;
  const later = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  };

  function changed(event) {
    if (event?.target?.form && event.target.form !== form) return;
    // Leaving a field of words changes nothing: what was typed there has been told already.
    if (event?.type === "change" && event.isTrusted && event.target.matches("textarea, input[type=text], input[type=url]")) return;
    changes += 1;
    document.dispatchEvent(new CustomEvent("writing:changed"));
    since ||= Date.now();
    if (status.textContent !== status.dataset.unsaved) status.textContent = status.dataset.unsaved;
    if (!conflict) later(Math.max(0, Math.min(WAIT, since + LATEST - Date.now())));
  }

  function say(sentence, { merge = false } = {}) {
    part("said").textContent = sentence;
    part("again").hidden = merge;
    part("merge").hidden = !merge;
    trouble.hidden = !sentence;
  }

  async function save() {
    clearTimeout(timer);
    if (flight || conflict || !dirty()) return;
    const sent = changes;
    turn.value = Number(turn.value) + 1;
    flight = new AbortController();
    try {
      const response = await fetch(trouble.dataset.autosave, {
        method: "POST",
        body: posted(form),
        headers: { "X-CSRFToken": token() },
        redirect: "manual",
        signal: flight.signal,
      });
      if (response.type === "opaqueredirect") return say(trouble.dataset.signedOut);
      if (!response.headers.get("content-type")?.startsWith("application/json")) throw new Error(String(response.status));
      take(await response.json(), sent);
    } catch (error) {
      if (error.name === "AbortError") return;
      say(trouble.dataset.offline);
      later(RETRY);
    } finally {
      flight = null;
      if (dirty() && !conflict && trouble.hidden) later(WAIT);
    }
  }

  function take(answer, sent) {
    if (answer.state === "late") return;
    conflict = answer.state === "conflict";
    if (answer.state !== "saved") return say(answer.said, { merge: conflict });
    say("");
    stored = sent;
    since = 0;
    field("version").value = answer.version;
    if (!field("rows_complete")) form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "rows_complete", value: "1" }));
    if (!dirty()) status.textContent = answer.but ? `${answer.said}. ${answer.but}` : answer.said;
    if (trouble.dataset.autosave !== answer.autosave) {
      trouble.dataset.autosave = answer.autosave;
      trouble.dataset.presence = answer.presence;
      history.replaceState(null, "", answer.change + location.hash);
    }
    document.dispatchEvent(new CustomEvent("writing:saved", { detail: answer }));
  }

  renewTokens();
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("formset:added", changed);
  document.addEventListener("formset:removed", changed);
  // The admin's own scripts announce a change of every choice when the page opens: only another choice is one.
  const choice = (field) => [...(field.selectedOptions ?? [])].map((each) => each.value).join();
  const chosen = new Map([...form.querySelectorAll("select")].map((field) => [field, choice(field)]));
  window.django?.jQuery?.(form).on("change", (event) => {
    const unchanged = chosen.get(event.target) === choice(event.target);
    if (chosen.has(event.target)) chosen.set(event.target, choice(event.target));
    if (!event.originalEvent && !unchanged) changed(event);
  });
  part("again").addEventListener("click", () => (say(""), save()));
  addEventListener("online", () => dirty() && save());
  form.addEventListener("submit", (event) => {
    if (event.submitter?.formTarget === "_blank") return;
    clearTimeout(timer);
    flight?.abort();
    turn.value = Number(turn.value) + 1;
    stored = changes;
  });
  addEventListener("beforeunload", (event) => dirty() && event.preventDefault());
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "s") {
      event.preventDefault();
      form.requestSubmit(form.querySelector("input[name=_continue]"));
    }
  });
  document.addEventListener("writing:elsewhere", () => {
    if (!dirty() && !flight) say(trouble.dataset.elsewhere);
  });
}
