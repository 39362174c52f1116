// The outbox: a queue of answers in the browser's storage, each until the server has acknowledged it. Its keys hold the
// id of the response, which does not reveal the personal token: the next person on this device can neither send these
// answers nor see what was sent before.

/**
 * The state of a card's save, as the key of its text. *kept* and *held* (by a pause) are retried, *too_late* (the
 * wave is closed) and *not_taken* are final.
 * @typedef {"saving" | "saved" | "kept" | "held" | "too_late" | "not_taken"} State
 */

const MILLISECONDS_TO_ANSWER = 8_000;
const SHORTEST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

/** Sends the last state of each card, one save at a time per card, and retries until the server has answered. */
class Outbox {
  /**
   * @param {string} address - the personal address
   * @param {string} response - the id of the response
   * @param {string} tapped - the time of the last tap stored on the server, see `tap`
   * @param {(name: string, state: State) => void} show - called with the state of a card's save
   */
  constructor(address, response, tapped, show) {
    this.address = address;
    this.prefix = `headway/${response}/`;
    this.tapped = Number(tapped);
    this.show = show;
    this.shelf = storage();
    /** @type {Map<string, Promise<State>>} */
    this.underway = new Map();
    this.pause = SHORTEST_PAUSE;
    this.timer = 0;
  }

  /** @returns {string[]} the names of the cards that wait in the outbox */
  names() {
    const keys = Object.keys(this.shelf).filter((key) => key.startsWith(this.prefix));
    return keys.map((key) => key.slice(this.prefix.length));
  }

  /** @param {string} name @returns {string | undefined} the fields of a card that waits in the outbox */
  body(name) {
    return this.shelf[this.prefix + name];
  }

  /** @param {string} name - `card/<outcome>` or `question/<question>` @param {string} body */
  put(name, body) {
    this.shelf[this.prefix + name] = `${body}&s=${this.tap(name)}`;
    this.send(name);
  }

  /**
   * The time of a tap: a delayed save with an older one cannot replace a newer save. Clocks can be set back, or
   * be ahead on another device, so it exceeds all that this page, the outbox and the server know.
   * @param {string} name @returns {number} milliseconds since 1970
   */
  tap(name) {
    const kept = Number(new URLSearchParams(this.body(name)).get("s"));
    return (this.tapped = Math.max(Date.now(), this.tapped + 1, kept + 1));
  }

  /** @param {string} name @returns {Promise<State>} */
  send(name) {
    const sending = this.underway.get(name) || this.deliver(name).finally(() => this.underway.delete(name));
    this.underway.set(name, sending);
    return sending;
  }

  /** @param {string} name @returns {Promise<State>} */
  async deliver(name) {
    /** @type {State} */
    let state = "saved";
    for (let body; (body = this.body(name)) !== undefined; ) {
      this.show(name, "saving");
      state = await this.post(name.split("/")[0], body);
      if (isOpen(state)) break;
      if (this.body(name) === body) delete this.shelf[this.prefix + name]; // else it was tapped again meanwhile
    }
    this.show(name, state);
    if (this.names().length) this.later();
    return state;
  }

  /** Send everything; the rest only once the server has answered for the first card. @returns {Promise<State>} */
  async flush() {
    const [first, ...rest] = this.names();
    let state = first ? await this.send(first) : "saved";
    if (!isOpen(state)) state = (await Promise.all(rest.map((name) => this.send(name)))).find(isOpen) || state;
    this.pause = isOpen(state) ? Math.min(2 * this.pause, LONGEST_PAUSE) : SHORTEST_PAUSE;
    return state;
  }

  /** Retry after a pause with jitter, so that phones that lost the same server do not all return at once. */
  later() {
    const again = () => {
      this.timer = 0;
      this.flush();
    };
    this.timer ||= setTimeout(again, this.pause * (0.75 + Math.random() / 2));
  }

  /** Post an empty save, to probe whether the server accepts answers. @returns {Promise<State>} */
  probe() {
    return this.post("question", "");
  }

  /** @param {string} part - `card` or `question` @param {string} body @returns {Promise<State>} */
  async post(part, body) {
    const fields = new URLSearchParams(body);
    const options = { method: "POST", body: fields, keepalive: true, redirect: /** @type {const} */ ("error") };
    return stateOf((await ask(`${this.address}/${part}`, options))?.status || 0);
  }
}

/** @param {State} state */
function isOpen(state) {
  return state === "kept" || state === "held";
}

/** Only 204 means saved: a captive portal answers 200 to everything. @param {number} status @returns {State} */
function stateOf(status) {
  if (status === 204) return "saved";
  if (status === 423) return "held";
  if (status === 410) return "too_late";
  return status >= 400 && status < 500 && status !== 408 && status !== 429 ? "not_taken" : "kept";
}

/** @param {string} address @param {RequestInit} [options] @returns {Promise<Response | null>} null: no answer */
async function ask(address, options) {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), MILLISECONDS_TO_ANSWER);
  try {
    return await fetch(address, { ...options, signal: patience.signal });
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

/** @returns {Record<string, string>} the browser's storage; where that is forbidden, an object for as long as the page */
function storage() {
  try {
    localStorage.setItem("headway", "");
    localStorage.removeItem("headway");
    return localStorage;
  } catch {
    return {};
  }
}
