// Tells the page that opened this one how the attempt ended: a text that says nothing by itself,
// and to the one origin for which the attempt was made. Other windows of this server hear only
// that it is over.
(() => {
  const outcome = document.documentElement.dataset.outcome;
  const reply = new URLSearchParams(location.hash.slice(1));
  history.replaceState(null, "", location.pathname);
  if (window.opener && reply.has("result") && reply.has("to")) {
    window.opener.postMessage(
      { type: "patchbay-connect", outcome, result: reply.get("result") },
      reply.get("to")
    );
  }
  if ("BroadcastChannel" in window) {
    const channel = new BroadcastChannel("patchbay-connect");
    channel.postMessage(outcome);
    channel.close();
  }
  if (outcome === "connected") {
    setTimeout(() => window.close(), 1500);
  }
})();
