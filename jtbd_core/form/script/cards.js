// The cards of a page, and what is chosen on them.

/** @param {Document} page @returns {Map<string, HTMLElement>} cards by name: `card/<outcome>` or `question/<question>` */
function cardsOf(page) {
  const inputs = /** @type {NodeListOf<HTMLInputElement>} */ (page.querySelectorAll(".card input[name*='.']"));
  return new Map([...inputs].map((input) => [nameOf(input), /** @type {HTMLElement} */ (input.closest(".card"))]));
}

/** @param {HTMLInputElement} input @returns {string} the name of its card */
function nameOf(input) {
  const [kind, name] = input.name.split(".");
  return `${kind === "q" ? "question" : "card"}/${name}`;
}

/** @param {Element} card */
function inputsOf(card) {
  return [...card.querySelectorAll("input")];
}

/** @param {HTMLInputElement} input @returns {boolean} whether it is typed into: own words or a number */
function isText(input) {
  return input.type === "text";
}

/** @param {HTMLInputElement} input @returns {boolean} whether it rates by a number that is typed */
function isNumber(input) {
  return input.inputMode === "numeric";
}

/** @param {HTMLInputElement} input @returns {boolean} whether it is not as the server sent it */
function isChanged(input) {
  return input.checked !== input.defaultChecked || input.value !== input.defaultValue;
}

/** @param {Element} card @returns {[string, string][]} the fields chosen, with choices that clear an answer */
function fieldsOf(card) {
  return inputsOf(card).filter((input) => input.checked || isText(input)).map((input) => [input.name, valueOf(input)]);
}

/** @param {HTMLInputElement} input @returns {string} its answer: none where something else than a number is typed */
function valueOf(input) {
  return input.validity.valid ? input.value : "";
}

/** @param {Element | undefined} card @returns {HTMLInputElement | null | undefined} a field that holds no number */
function wrongIn(card) {
  return card?.querySelector(".number :invalid");
}

/** @param {Element} card @returns {string[]} the names of the fields with an answer */
function answered(card) {
  return fieldsOf(card).filter(([, value]) => value).map(([name]) => name);
}

/** @param {Element} card @returns {boolean} whether it is complete: all is rated, or it does not apply */
function isComplete(card) {
  const rates = (/** @type {HTMLInputElement} */ input) => input.type === "radio" || isNumber(input);
  const asked = new Set(inputsOf(card).filter(rates).map((input) => input.name));
  const names = answered(card);
  return names.length === asked.size || names.some((name) => !asked.has(name));
}

/** @param {Element} one @param {Element} other @returns {boolean} whether both cards have the same choices */
function isSame(one, other) {
  return String(fieldsOf(one).filter(([, value]) => value)) === String(fieldsOf(other).filter(([, value]) => value));
}

/** @param {Element} card @param {URLSearchParams} fields */
function choose(card, fields) {
  for (const input of inputsOf(card)) {
    if (isText(input)) input.value = fields.get(input.name) || "";
    else input.checked = fields.get(input.name) === input.value;
  }
}

/** A rating and *does not apply* exclude each other. @param {Element} card @param {HTMLInputElement} input - chosen last */
function exclude(card, input) {
  const isTick = input.type === "checkbox";
  if (!input.value || !(input.checked || isNumber(input))) return;
  for (const other of inputsOf(card)) {
    if ((other.type === "checkbox") === isTick) continue;
    other.checked = false;
    if (isNumber(other)) other.value = "";
  }
}

/**
 * @param {string} name @param {Element} card @param {string} [seconds] - that the card took so far
 * @returns {string} what the server is sent
 */
function bodyOf(name, card, seconds = "") {
  const [part, outcome] = name.split("/");
  const fields = new URLSearchParams(fieldsOf(card));
  if (part === "card") fields.append("outcome", outcome);
  if (part === "card" && seconds) fields.append("t", seconds);
  return String(fields);
}

/** @param {Document} page @param {Iterable<Element>} cards - of this page @returns {number} the cards rated on others */
function ratedElsewhere(page, cards) {
  return Number(page.getElementById("count")?.dataset.done) - [...cards].filter(isComplete).length;
}
