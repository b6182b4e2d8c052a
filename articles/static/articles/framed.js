// Within a frame: tells the page around it how high the chart is. See embed.js.
const tell = () => {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  parent.postMessage({ type: "chart-height", height }, "*");
};

if (parent !== window) new ResizeObserver(tell).observe(document.documentElement);
