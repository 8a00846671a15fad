/* The few things only the browser can do: the theme before the first paint, a window straight from
   a click, the clipboard, and times in the reader's own zone. */
(function () {
  'use strict';
  const root = document.documentElement;
  const device = matchMedia('(prefers-color-scheme: dark)');
  const choice = () => localStorage.getItem('patchbay.theme') || 'auto';

  function paint() {
    const dark = choice() === 'dark' || (choice() === 'auto' && device.matches);
    root.setAttribute('theme', dark ? 'dark' : 'light');
  }
  device.addEventListener('change', paint);
  paint();
  window.patchbay = {
    theme(wanted) {
      localStorage.setItem('patchbay.theme', wanted);
      paint();
    },
    /* Asks until the server has gone and is there again; a proxy before it answers for it meanwhile. */
    async comeBack() {
      let gone = false;
      for (let tries = 0; tries < 300; tries++) {
        const there = await fetch(location.href, { cache: 'no-store' }).then((a) => a.ok, () => false);
        if (gone && there) break;
        gone = gone || !there;
        await new Promise((next) => setTimeout(next, 1000));
      }
      location.reload();
    }
  };

  const carrying = (event, name) =>
    event.composedPath().find((node) => node instanceof Element && node.hasAttribute(name));

  function openPopup(button) {
    const left = Math.max(0, screenX + (outerWidth - 520) / 2);
    const top = Math.max(0, screenY + (outerHeight - 720) / 2);
    const popup = window.open(button.getAttribute('data-popup'), 'patchbay-connect',
      `popup,width=520,height=720,left=${left},top=${top}`);
    if (!popup) {
      button.dispatchEvent(new CustomEvent('popup-blocked'));
      return;
    }
    const watch = setInterval(() => {
      if (popup.closed || !button.isConnected) {
        clearInterval(watch);
        button.dispatchEvent(new CustomEvent('popup-closed'));
      }
    }, 500);
  }

  async function copy(button) {
    const text = button.getAttribute('data-copy');
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text);
    } else {
      const field = Object.assign(document.createElement('textarea'), { value: text });
      button.parentNode.append(field);
      field.select();
      document.execCommand('copy');
      field.remove();
    }
    button.dispatchEvent(new CustomEvent('copied'));
  }

  document.addEventListener('click', (event) => {
    const popup = carrying(event, 'data-popup');
    const copied = carrying(event, 'data-copy');
    if (popup) {
      openPopup(popup);
    } else if (copied) {
      copy(copied);
    }
  }, true);

  const units = [['day', 86400], ['hour', 3600], ['minute', 60]];
  const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

  function write(time) {
    const at = new Date(time.getAttribute('datetime'));
    const seconds = (at - Date.now()) / 1000;
    const unit = units.find(([, size]) => Math.abs(seconds) >= size);
    const words = unit ? relative.format(Math.round(seconds / unit[1]), unit[0]) : 'just now';
    const text = Math.abs(seconds) > 30 * 86400 ? exact.format(at) : words;
    if (time.textContent !== text) {
      time.textContent = text;
      time.title = exact.format(at);
    }
  }
  const indicator = 'vaadin-connection-indicator';

  function writeAll() {
    document.querySelectorAll('time[data-moment]').forEach(write);
    document.querySelectorAll(indicator + ':not([role])').forEach((n) => n.setAttribute('role', 'status'));
  }
  new MutationObserver(writeAll).observe(root, {
    childList: true, subtree: true, attributes: true, attributeFilter: ['datetime']
  });
  setInterval(writeAll, 20000);
})();
