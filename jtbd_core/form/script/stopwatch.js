// A stopwatch for cards, by the monotonic clock, which setting the phone's time does not change.

const LONGEST_THOUGHT = 60_000;

/** Counts for a card the time since the previous tap while the page is visible, at most `LONGEST_THOUGHT` ms a tap. */
class Stopwatch {
  constructor() {
    /** @type {Map<string, number>} */
    this.spent = new Map();
    this.since = performance.now();
    /** @type {number | undefined} */
    this.hidden = undefined;
  }

  /** @param {boolean} isHidden - whether the page was hidden or is visible again: the time between does not count */
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
