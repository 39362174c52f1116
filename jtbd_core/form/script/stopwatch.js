// How long each card took, by a clock that setting the phone's time does not move.

const LONGEST_THOUGHT = 60_000;

/** Counts for a card the time since the tap before it, while the page is in view; who thinks longer went away. */
class Stopwatch {
  constructor() {
    /** @type {Map<string, number>} */
    this.spent = new Map();
    this.since = performance.now();
    /** @type {number | undefined} */
    this.hidden = undefined;
  }

  /** @param {boolean} isHidden - the page went out of view, or came back: the time between does not count */
  turn(isHidden) {
    const now = performance.now();
    if (isHidden) this.hidden ??= now;
    else if (this.hidden !== undefined) {
      this.since += now - this.hidden;
      this.hidden = undefined;
    }
  }

  /** @param {string} name - of the card just tapped @returns {string} the seconds it took so far */
  tap(name) {
    const now = performance.now();
    const spent = (this.spent.get(name) || 0) + Math.min(now - this.since, LONGEST_THOUGHT);
    this.spent.set(name, spent);
    this.since = now;
    return (spent / 1000).toFixed(1);
  }
}
