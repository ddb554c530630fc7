/* Moving about, deciding, keys, buttons and downloads. */
for (const node of document.querySelectorAll("[data-edit], [data-note], [data-more]")) {
  const item = byId.get(node.dataset.edit ?? node.dataset.note ?? node.dataset.more);
  item.places = [...(item.places ?? []), node];
  if (!("more" in node.dataset)) item.node = node;
  node.item = item;
  node.addEventListener("click", () => select(item));
}

function say(text) {
  at("status").textContent = text;
}

function select(item, { focus = false } = {}) {
  if (!item) return;
  if (rewriting.item && rewriting.item !== item) rewriting.leave();
  const before = current;
  current = item;
  before?.node.removeAttribute("aria-current");
  if (before) before.node.tabIndex = -1;
  item.node.setAttribute("aria-current", "true");
  item.node.tabIndex = 0;
  paint(before ? [before, item] : [item]);
  showIssue(item, review, facts.rationales, (choice) => choose(item, choice));
  count();
  if (focus) item.node.focus({ preventScroll: true });
  reveal(item.node);
}

function reveal(node) {
  const box = node.getBoundingClientRect();
  const top = document.querySelector("header").getBoundingClientRect().bottom;
  const aside = document.querySelector("aside");
  const sheet = getComputedStyle(aside).position === "fixed" ? aside.offsetHeight : 0;
  const bottom = innerHeight - sheet;
  if (box.top < top + 24 || box.bottom > bottom - 24) scrollBy(0, box.top - top - (bottom - top) / 3);
}

function step(list, by) {
  if (!current) return;
  const others = by > 0 ? list : [...list].reverse();
  const found = others.find((item) => (item.order - current.order) * by > 0);
  if (found) select(found, { focus: true });
  else say(by > 0 ? "This is the last one." : "This is the first one.");
}

/* Moves to the next pending one of `list`, from the top again after the last. */
function advance(list) {
  const open = list.filter((item) => item.state === "pending");
  const found = open.find((item) => item.order > current.order) ?? open[0];
  select(found ?? current, { focus: true });
  if (!found) say(list === review.edits ? "All edits are decided. Download the decisions or the corrected text." : "All notes are read.");
}

function changed(items, words) {
  paint(items);
  count();
  if (current) showIssue(current, review, facts.rationales, (choice) => choose(current, choice));
  try {
    memory.save(review);
    say(words);
  } catch {
    say(`${words} This browser keeps nothing: download the decisions before you close the page.`);
  }
}

function decide(state) {
  if (!current) return;
  if (state === "accepted" && !current.isEdit) return say("A note has nothing to accept; rewrite the place or dismiss it.");
  changed(review.decide([[current, { state }]]), `${current.isEdit ? STATES[state] : "Dismissed"}.`);
  advance(current.isEdit ? review.edits : review.notes);
}

function choose(item, choice) {
  if (!item.choices[choice]) return;
  const state = item.decision.state === "accepted" ? "accepted" : "pending";
  changed(review.decide([[item, { state, choice }]]), `Proposal ${choice + 1} is chosen.`);
}

function acceptAll(items) {
  changed(review.decide(items.map((item) => [item, { state: "accepted" }])), `${items.length} edits are accepted.`);
  advance(review.edits);
}

function undo() {
  const last = review.history[review.history.length - 1];
  if (!last) return say("There is nothing to undo.");
  changed(review.undo(), "Undone.");
  select(last[0][0], { focus: true });
}

function rewrite() {
  if (!current) return;
  rewriting.open(current, (item, texts) => {
    changed(review.decide([[item, { state: "rewritten", texts }]]), "Rewritten.");
    select(item, { focus: true });
  });
}

function leaveRewrite() {
  rewriting.leave();
  select(current, { focus: true });
}

function help() {
  if (at("help").open) at("help").close();
  else at("help").showModal();
}

const KEYS = {
  j: () => step(review.edits, 1),
  k: () => step(review.edits, -1),
  n: () => step(review.notes, 1),
  p: () => step(review.notes, -1),
  a: () => decide("accepted"),
  r: () => decide("rejected"),
  e: rewrite,
  u: undo,
  "?": help,
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (rewriting.item && !at("help").open && (event.key === "Escape" || event.target.matches("textarea"))) {
    if (event.key === "Escape") leaveRewrite();
    else if (event.key === "Enter" && !event.shiftKey) rewriting.finish();
    else return;
    event.preventDefault();
    return;
  }
  const action = /^[1-9]$/.test(event.key) ? () => current && choose(current, Number(event.key) - 1) : KEYS[event.key];
  if (!action || (at("help").open && event.key !== "?")) return;
  event.preventDefault();
  action();
});

const CLICKS = {
  accept: () => decide("accepted"),
  reject: () => decide("rejected"),
  "rewrite-open": rewrite,
  "rewrite-keep": rewriting.finish,
  "rewrite-leave": leaveRewrite,
  undo,
  previous: KEYS.k,
  next: KEYS.j,
  "help-open": help,
  "help-close": help,
  "all-safe": () => acceptAll(safeOnes()),
  "all-rule": () => acceptAll(review.acceptable(ofRule(current.rule))),
  "save-decisions": () => download(named(".decisions.json"), new Blob([`${JSON.stringify(review.decisions(), null, 1)}\n`])),
  "save-text": saveText,
  "save-diff": saveDiff,
};
for (const [id, action] of Object.entries(CLICKS)) at(id).addEventListener("click", action);
for (const button of document.querySelectorAll("[data-of]")) {
  button.addEventListener("click", () => {
    const own = review.items.filter((item) => item.rule === button.dataset.of);
    const open = own.filter((item) => item.state === "pending");
    select([...open, ...own].find((item) => item.order > current.order) ?? open[0] ?? own[0]);
  });
}

function download(name, blob) {
  const link = element("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  say(`“${name}” is downloaded.`);
}

function parts(path) {
  const base = path.slice(path.lastIndexOf("/") + 1);
  const dot = base.lastIndexOf(".");
  return dot > 0 ? [base.slice(0, dot), base.slice(dot)] : [base, ""];
}

function named(ending) {
  return (review.files.length === 1 ? parts(review.files[0].path)[0] : "review") + ending;
}

function saveText() {
  const changedOnes = review.files.filter((file) => file.items.some((item) => item.made.length));
  for (const file of changedOnes.length ? changedOnes : review.files.slice(0, 1)) {
    const [stem, suffix] = parts(file.path);
    download(`${stem}.corrected${suffix}`, encoded(review.corrected(file), file.encoding, file.bom));
  }
}

function saveDiff() {
  const diffs = review.files.map((file) => unifiedDiff(file.names, file.source, file.items.flatMap((item) => item.made), file.bom.length ? "\ufeff" : ""));
  download(named(".diff"), new Blob([diffs.join("")]));
  if (!diffs.join("")) say("Nothing is accepted yet, so the diff is empty.");
}

try {
  memory.restore(review);
} catch {
  say("What this browser had kept cannot be read; it is left out.");
}
paint(review.items);
count();
select(review.edits.find((item) => item.state === "pending") ?? review.items[0]);
