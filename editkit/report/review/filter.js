/* The lists by rule, term, severity and decision: counts, and what they narrow the page to. */
const LISTS = {
  rule: ["Rule", (item) => item.rule],
  term: ["Term", (item) => item.term],
  severity: ["Severity", (item) => item.severity],
  state: ["Decision", (item) => item.state],
};
const filter = new Map();
const rows = new Map();

const matches = (item) => [...filter].every(([list, value]) => LISTS[list][1](item) === value);

function buildLists() {
  for (const [list, [title, valueOf]] of Object.entries(LISTS)) {
    const values = grouped(valueOf);
    const names = list === "state" ? Object.keys(STATES) : [...values.keys()].filter((value) => value !== null);
    const size = (name) => values.get(name)?.length ?? 0;
    if (list !== "state") names.sort((a, b) => size(b) - size(a));
    rows.set(list, new Map(names.map((name) => [name, row(list, name)])));
    if (names.length) at("tabs").append(element("button", { type: "button", textContent: title, onclick: () => showList(list) }));
  }
  showList("rule");
}

function showList(list) {
  for (const tab of at("tabs").children) tab.ariaPressed = String(tab.textContent === LISTS[list][0]);
  const entries = [...rows.get(list).values()].map(({ button }) => element("li", {}, button));
  at("filters").replaceChildren(...(review.items.length ? entries : [element("li", { textContent: "No issues were found." })]));
}

function grouped(valueOf) {
  const groups = new Map();
  for (const item of review.items) {
    const value = valueOf(item);
    if (!groups.has(value)) groups.set(value, []);
    groups.get(value).push(item);
  }
  return groups;
}

function row(list, name) {
  const left = element("span", { className: "left" });
  const title = element("bdi", { className: "name", textContent: list === "state" ? STATES[name] : name });
  const button = element("button", { type: "button", ariaPressed: "false", onclick: () => narrow(list, name) }, title, " ", left);
  return { button, left, open: 0, total: 0 };
}

/* Shows the items of one row only, or those of all again. */
function narrow(list, name) {
  if (filter.get(list) === name) filter.delete(list);
  else filter.set(list, name);
  refilter();
}

function clearFilter() {
  filter.clear();
  refilter();
}

function refilter() {
  for (const item of review.items) for (const node of item.places) node.classList.toggle("off", !matches(item));
  document.body.classList.toggle("filtered", filter.size > 0);
  for (const [list, entries] of rows) for (const [name, { button }] of entries) button.ariaPressed = String(filter.get(list) === name);
  const list = scope();
  if (!list.includes(current)) select(list.find((item) => item.state === "pending") ?? list[0] ?? current);
  else select(current);
  say(filter.size ? `${plural(list.length, list[0]?.isEdit === false ? "note" : "edit")} in the filter.` : "All are shown.");
}

/* What the keys go through: the edits that match, or else the notes. */
function scope() {
  const edits = review.edits.filter(matches);
  return edits.length ? edits : review.notes.filter(matches);
}

function count() {
  for (const entries of rows.values()) for (const entry of entries.values()) Object.assign(entry, { open: 0, total: 0 });
  let left = 0;
  let open = 0;
  for (const item of review.items) {
    const { state } = item;
    const pending = state === "pending";
    if (pending && item.isEdit) left += 1;
    else if (pending) open += 1;
    for (const [list, [, valueOf]] of Object.entries(LISTS)) {
      const entry = rows.get(list).get(list === "state" ? state : valueOf(item));
      if (!entry) continue;
      entry.total += 1;
      if (pending) entry.open += 1;
    }
  }
  for (const [list, entries] of rows) {
    for (const { left: node, open: some, total } of entries.values()) {
      const text = list === "state" ? `${total}` : some ? `${some} of ${total}` : `✓ ${total}`;
      if (node.textContent !== text) node.textContent = text;
    }
  }
  const total = review.edits.length;
  at("progress").max = Math.max(total, 1);
  at("progress").value = total - left;
  at("counts").textContent = `${total - left} of ${total} decided · ${left} left${review.notes.length ? ` · ${plural(open, "note")}` : ""}`;
  const safe = safeOnes().length;
  at("all-safe").textContent = safe ? `Accept all safe (${safe})` : "Accept all safe";
  at("all-safe").disabled = !safe;
  at("undo").disabled = !review.past.length;
}

const safeOnes = () => review.acceptable(scope().filter((item) => item.choices[item.decision.choice]?.safety === "safe"));
