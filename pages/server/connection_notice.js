// Shows a notice where no websocket has opened some seconds after the first was tried, and takes it away once one has.
(() => {
  const MILLISECONDS_TO_OPEN = 3000;
  const SENTENCE =
    "This page cannot connect: your network seems to block websockets. Try another network, or ask whoever runs it. " +
    "The form for those who rate works all the same.";
  const notice = document.createElement("p");
  notice.setAttribute("role", "alert");
  notice.style.cssText = "position:fixed;inset:0 0 auto;z-index:9;margin:0;padding:1rem;font:1rem/1.5 system-ui,sans-serif;background:#fff;color:#0f1821";
  let timer = 0;
  let isOpen = false;
  window.WebSocket = class extends WebSocket {
    constructor(...values) {
      super(...values);
      this.addEventListener("open", () => {
        isOpen = true;
        notice.remove();
      });
      timer ||= setTimeout(() => {
        notice.textContent = SENTENCE;
        if (!isOpen) document.body.append(notice);
      }, MILLISECONDS_TO_OPEN);
    }
  };
})();
