// The answers on their way to the server. Each is kept in the browser's storage until the server has taken it, under
// the id of the response: the id does not lead to the personal token, so whoever answers on this device next can
// neither send these answers nor see with them what was sent before.

/**
 * How the save of a card stands, as the key of its text. *kept* and *held* (by a pause) are tried again, *too_late*
 * (the round is closed) and *not_taken* are final.
 * @typedef {"saving" | "saved" | "kept" | "held" | "too_late" | "not_taken"} State
 */

const MILLISECONDS_TO_ANSWER = 8_000;
const SHORTEST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

/** Sends the last state of each card, one save at a time for each, until the server has taken it. */
class Outbox {
  /**
   * @param {string} address - the personal address
   * @param {string} response - the id of the response
   * @param {string} tapped - when the last tap that the server knows was, see `tap`
   * @param {(name: string, state: State) => void} show - is told how the save of a card stands
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

  /** @returns {string[]} the names of the cards whose last state the server has not taken yet */
  names() {
    const keys = Object.keys(this.shelf).filter((key) => key.startsWith(this.prefix));
    return keys.map((key) => key.slice(this.prefix.length));
  }

  /** @param {string} name @returns {string | undefined} the state of a card that the server has not taken yet */
  body(name) {
    return this.shelf[this.prefix + name];
  }

  /** @param {string} name - `card/<outcome>` or `question/<question>` @param {string} body */
  put(name, body) {
    this.shelf[this.prefix + name] = `${body}&s=${this.tap(name)}`;
    this.send(name);
  }

  /**
   * With the time of its tap a save that was long on its way cannot replace a newer one. A clock can be set back, and
   * that of another device be ahead: a tap is later than all that this page, the outbox and the server know.
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

  /** Send everything: the first card finds out whether the server is there. @returns {Promise<State>} */
  async flush() {
    const [first, ...rest] = this.names();
    let state = first ? await this.send(first) : "saved";
    if (!isOpen(state)) state = (await Promise.all(rest.map((name) => this.send(name)))).find(isOpen) || state;
    this.pause = isOpen(state) ? Math.min(2 * this.pause, LONGEST_PAUSE) : SHORTEST_PAUSE;
    return state;
  }

  /** Try again after a pause; phones that lost the same server do not all come back at the same moment. */
  later() {
    const again = () => {
      this.timer = 0;
      this.flush();
    };
    this.timer ||= setTimeout(again, this.pause * (0.75 + Math.random() / 2));
  }

  /** Save nothing, to learn whether the server takes answers. @returns {Promise<State>} */
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

/** Only 204 means saved: the network of a hotel answers 200 to everything. @param {number} status @returns {State} */
function stateOf(status) {
  if (status === 204) return "saved";
  if (status === 423) return "held";
  if (status === 410) return "too_late";
  return status >= 400 && status < 500 && status !== 408 && status !== 429 ? "not_taken" : "kept";
}

/** @param {string} address @param {RequestInit} [options] @returns {Promise<Response | null>} null: nobody answered */
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
