// Tells other windows of this server that the attempt is over; never what it was about.
(() => {
  const outcome = document.documentElement.dataset.outcome;
  if ("BroadcastChannel" in window) {
    const channel = new BroadcastChannel("patchbay-connect");
    channel.postMessage(outcome);
    channel.close();
  }
  if (outcome === "connected") {
    setTimeout(() => window.close(), 1500);
  }
})();
