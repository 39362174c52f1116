// Saves every tap at once. Without it each page is a form that *Continue* sends, and that stays the safety net.

const script = /** @type {HTMLScriptElement} */ (document.currentScript);
const given = /** @type {Record<string, string>} */ (script.dataset); // the personal address, the response
const outbox = new Outbox(given.personal, given.response, given.tapped, show);
const cards = cardsOf(document);
const stopwatch = new Stopwatch();
const note = document.createElement("p");
/** @type {Set<Element>} */
const complete = new Set();
/** The states of cards that an obstacle to sending the form implies. @type {Record<string, State>} */
const obstacles = { stay: "kept", wait: "held", unsent: "kept" };

const TYPING_PAUSE = 800; // milliseconds

let elsewhere = 0;
let announced = "";
let taps = 0;
let typing = 0;
let isByPointer = false;
let isWaiting = false;
let isPassing = false;
let isWarned = false;

/** Save a tap, and scroll on when it completes its card. @param {Event} event */
function take(event) {
  const input = /** @type {HTMLInputElement} */ (event.target);
  const name = nameOf(input);
  const card = cards.get(name);
  if (!card) return;
  clearTimeout(typing);
  typing = 0;
  taps += 1;
  exclude(card, input);
  outbox.put(name, bodyOf(name, card, stopwatch.tap(name)));
  const wasComplete = complete.has(card);
  recount();
  if (isByPointer && !wasComplete && complete.has(card)) scrollOn(card);
}

/** @param {string} name @param {State} state */
function show(name, state) {
  const card = cards.get(name);
  const line = card?.querySelector(".state");
  const isRetried = state === "saving" && line?.matches("[data-state=kept], [data-state=held]");
  if (line && !isRetried) mark(line, state);
  const wrong = wrongIn(card);
  if (line && wrong) mark(line, "wrong", wrong.title);
  const isSaid = [announced, obstacles[announced]].includes(state);
  if (isWaiting || isSaid || state === "saving" || (state === "saved" && outbox.names().length)) return;
  announced = state;
  mark(note, state); // read out by screen readers, once for many taps with the same state
}

/** @param {Element} line @param {string} state - the key of a text @param {string} [said] - in place of that text */
function mark(line, state, said = texts[state]) {
  line.setAttribute("data-state", state);
  line.textContent = said;
}

/** Save a number once its typing pauses. @param {Event} event */
function type(event) {
  clearTimeout(typing);
  if (isNumber(/** @type {HTMLInputElement} */ (event.target))) typing = setTimeout(() => take(event), TYPING_PAUSE);
}

/** Save what was chosen, and a number whose typing ended before its pause. @param {Event} event */
function change(event) {
  if (typing || !isNumber(/** @type {HTMLInputElement} */ (event.target))) take(event);
}

/** Enter ends a number, and does not send the page. @param {KeyboardEvent} event */
function press(event) {
  isByPointer = false;
  const input = /** @type {HTMLInputElement} */ (event.target);
  if (event.key !== "Enter" || !isNumber(input)) return;
  event.preventDefault();
  input.blur();
}

/** Update the count of statements, the minutes left, and the set of complete cards. */
function recount() {
  complete.clear();
  for (const card of cards.values()) if (isComplete(card)) complete.add(card);
  const count = document.getElementById("count");
  const done = elsewhere + complete.size;
  if (count) count.textContent = String(count.dataset.of).replace("#", String(done));
  const left = document.getElementById("left");
  const seconds = (Number(left?.dataset.all) - done) * Number(left?.dataset.pace);
  if (left) left.textContent = seconds > 0 ? String(left.dataset.of).replace("#", String(Math.ceil(seconds / 60))) : "";
}

/** Scroll the next incomplete card, or the buttons, into view unless it is visible. @param {Element} card */
function scrollOn(card) {
  const following = [...cards.values()].slice([...cards.values()].indexOf(/** @type {HTMLElement} */ (card)) + 1);
  const next = following.find((one) => !complete.has(one)) || document.querySelector(".buttons");
  const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
  next?.scrollIntoView({ block: "nearest", behavior });
}

/** Flush the outbox, then submit the form if the server accepts answers. @param {SubmitEvent} event */
async function pass(event) {
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (isPassing || !form.requestSubmit) return;
  event.preventDefault();
  if (isWaiting) return;
  isWaiting = true;
  (event.submitter?.closest(".buttons") || event.submitter)?.before(note);
  mark(note, "saving");
  const obstacle = await obstacleOf(String(form.getAttribute("action")));
  isWaiting = false;
  if (obstacle) return mark(note, (announced = obstacle));
  isPassing = true;
  form.requestSubmit(event.submitter);
  isPassing = false;
}

/** @param {string} address - of the form @returns {Promise<string>} the key of the text that says why it cannot go now */
async function obstacleOf(address) {
  let state = await outbox.flush();
  if (!isOpen(state)) state = await outbox.probe();
  if (state === "kept") return "stay";
  if (state === "held" && address.startsWith(given.personal)) return "wait";
  const isLeft = isWarned || !address.endsWith("/leave") || !outbox.names().length;
  isWarned = true;
  return isLeft ? "" : "unsent";
}

/** Show answers saved on another device since; reload if somebody else answers on this one now. */
async function refresh() {
  const before = taps;
  await outbox.flush();
  const answer = await ask(location.href);
  if (!answer?.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const response = fresh.getElementById("script")?.dataset.response;
  if (response === given.response) {
    if (before === taps) update(fresh);
  } else if (response || answer.redirected) location.reload();
}

/** @param {Document} fresh - this page as the server shows it now */
function update(fresh) {
  const stored = cardsOf(fresh);
  for (const [name, card] of cards) {
    const other = stored.get(name);
    const isSettled = other && outbox.body(name) === undefined && !isSame(card, other);
    if (isSettled) choose(card, new URLSearchParams(fieldsOf(other)));
  }
  outbox.tapped = Math.max(outbox.tapped, Number(fresh.getElementById("script")?.dataset.tapped || 0));
  elsewhere = ratedElsewhere(fresh, stored.values());
  recount();
}

/** Send what was tapped before the script loaded; after a reload or *back* the browser has restored it instead. */
function catchUp() {
  const [visit] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  const early = [...cards].filter(([, card]) => visit?.type === "navigate" && inputsOf(card).some(isChanged));
  for (const [name, card] of early) outbox.put(name, bodyOf(name, card));
  taps += early.length;
}

/** Show the answers of the server, overlaid with those that wait in the outbox. */
function settle() {
  for (const input of [...cards.values()].flatMap(inputsOf)) {
    input.checked = input.defaultChecked;
    input.value = input.defaultValue;
  }
  elsewhere = ratedElsewhere(document, cards.values());
  for (const [name, card] of cards) {
    const body = outbox.body(name);
    if (body === undefined) continue;
    choose(card, new URLSearchParams(body));
    show(name, "kept");
  }
  recount();
}

/** Browsers restore old choices after all scripts have run. @param {PageTransitionEvent} event */
function arrive(event) {
  if (event.persisted) refresh();
  else if (!taps) settle();
}

note.className = "note";
note.setAttribute("role", "status");
document.querySelector("main")?.append(note);
catchUp();
settle();
outbox.flush();

addEventListener("change", change);
addEventListener("input", type);
addEventListener("submit", pass);
addEventListener("pointerdown", () => (isByPointer = true), true);
addEventListener("keydown", press, true);
addEventListener("online", () => outbox.flush());
addEventListener("pageshow", arrive);
document.addEventListener("visibilitychange", () => {
  stopwatch.turn(document.hidden);
  if (document.hidden) /** @type {HTMLElement} */ (document.activeElement)?.blur(); // saves what is being typed
  document.hidden ? outbox.flush() : refresh();
});
