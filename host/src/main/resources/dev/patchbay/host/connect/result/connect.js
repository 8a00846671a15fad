// Connects an account from a page of the CRM:
//
//   <script src="https://patchbay.example/api/connect.js"></script>
//   button.onclick = () => patchbay.connect(fetch("/my-session").then((answer) => answer.text()))
//     .then(({ outcome, result }) => ...);
//
// The argument is a connectUrl, or a promise of one, so that the window can open in the click.
// "outcome" is connected, declined, failed, expired or unknown; only for show. "result" is what
// the CRM's server trades at POST /api/v1/connect-results for the truth. It is absent when the
// window was closed, or when the service cut the tie between the windows: then the CRM's server
// asks GET /api/v1/connect-sessions/{id}.
(() => {
  const here = new URL(".", document.currentScript.src);
  const LOOK_EVERY = 500;
  const SIZE = "popup,width=560,height=720";

  const checked = (address) => {
    const url = new URL(address);
    if (url.origin !== here.origin || !url.pathname.startsWith(`${here.pathname}connect/`)) {
      throw new Error(`Not a link of this Patchbay to connect an account: ${url.origin}${here.pathname}`);
    }
    return url.href;
  };

  const heard = (popup) =>
    new Promise((resolve) => {
      const end = (answer) => {
        clearInterval(looking);
        removeEventListener("message", hear);
        resolve(answer);
      };
      const hear = ({ origin, source, data }) => {
        if (origin === here.origin && source === popup && data?.type === "patchbay-connect") {
          end({ outcome: data.outcome, result: data.result });
        }
      };
      const looking = setInterval(() => popup.closed && end({ outcome: "unknown" }), LOOK_EVERY);
      addEventListener("message", hear);
    });

  const connect = async (address) => {
    const popup = open("about:blank", "patchbay-connect", SIZE);
    if (!popup) {
      throw new Error("The browser blocked the window. Call connect from a click.");
    }
    try {
      popup.location.replace(checked(await address));
    } catch (error) {
      popup.close();
      throw error;
    }
    return heard(popup);
  };

  window.patchbay = Object.freeze({ connect });
})();
