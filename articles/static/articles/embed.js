// For pages of others: makes each frame of ours as high as its chart says it is. Nothing is stored, nothing is sent.
// No module: a page of another site may load it without our server having to allow that.
(() => {
  const home = new URL(document.currentScript.src).origin;
  const HIGHEST = 4000;

  addEventListener("message", ({ data, origin, source }) => {
    if (origin !== home || data?.type !== "chart-height" || !Number.isFinite(data.height)) return;
    for (const frame of document.querySelectorAll("iframe")) {
      if (frame.contentWindow === source) frame.height = Math.max(100, Math.min(data.height, HIGHEST));
    }
  });
})();
