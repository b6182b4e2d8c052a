/* Says that this form is open, and shows who else has it open. Locks nothing. */
import { token } from "./saving.js";

const EVERY = 15000;

export function watchPresence(form) {
  const shown = form.querySelector("[data-part=presence]");
  const place = form.querySelector("[data-part=trouble]");
  const version = form.querySelector("[name=version]");

  async function beat() {
    if (!place.dataset.presence || document.hidden) return;
    const before = version.value;
    try {
      const response = await fetch(place.dataset.presence, {
        method: "POST",
        headers: { "X-CSRFToken": token() },
        redirect: "manual",
      });
      if (!response.ok) return;
      const answer = await response.json();
      const said = answer.others.join(". ");
      if (shown.textContent !== said) shown.textContent = said;
      if (before === version.value && answer.version > Number(before)) document.dispatchEvent(new CustomEvent("writing:elsewhere"));
    } catch {
      shown.textContent = "";
    }
  }

  setInterval(beat, EVERY);
  document.addEventListener("visibilitychange", beat);
  document.addEventListener("writing:saved", () => shown.dataset.known || ((shown.dataset.known = "1"), beat()));
  addEventListener("pagehide", () => {
    if (!place.dataset.presence) return;
    const body = new URLSearchParams({ leaving: "1", csrfmiddlewaretoken: token() });
    navigator.sendBeacon(place.dataset.presence, body);
  });
  beat();
}
