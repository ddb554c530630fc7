/* Filters: lists by rule, family, term and so on, with counts, and the search; shown as chips by name. */
const LISTS = {
	Rule: ruleName,
	Family: (item) => item.family,
	Term: (item) => item.term,
	Severity: (item) => IN_WORDS[item.severity],
	Confidence: (item) => CONFIDENCE[item.confidence],
	Safety: safetyOf,
	Decision: (item) => STATES[item.state],
};
/* Lists with a fixed order. */
const ORDERS = {
	Severity: Object.values(IN_WORDS).toReversed(),
	Confidence: Object.values(CONFIDENCE),
	Safety: Object.values(SAFETY),
	Decision: Object.values(STATES),
};
const filter = new Map();
const rows = new Map();
const groupRows = new Map();
let listed = "";

const TESTS = { Search: finds, Group: (item, value) => groupOf(item) === value };
const matches = (item) =>
	[...filter].every(([list, value]) => (TESTS[list] ? TESTS[list](item, value) : LISTS[list](item) === value));
const isShown = (item) => matches(item) && !isHidden(item);

const rowOf = (list, value, title = "") =>
	el("button", { onclick: () => narrow(list, value), title }, el("bdi", {}, value), " ", el("span"));

function showList(list) {
	listed = list;
	for (const tab of at("tabs").children) tab.ariaPressed = tab.textContent === list;
	const sizes = new Map(list === "Decision" ? ORDERS.Decision.map((name) => [name, 0]) : []);
	for (const item of review.items) sizes.set(LISTS[list](item), (sizes.get(LISTS[list](item)) ?? 0) + 1);
	sizes.delete(null);
	const values = [...sizes.keys()];
	const order = ORDERS[list];
	values.sort((a, b) => (order ? order.indexOf(a) - order.indexOf(b) : sizes.get(b) - sizes.get(a)));
	rows.clear();
	for (const value of values) rows.set(value, rowOf(list, value));
	at("filters").replaceChildren(
		...(values.length ? rows.values() : ["None."]).map(listItem),
	);
	count();
}

/* The three groups by severity and confidence. */
function showGroupRows() {
	for (const [name, words] of Object.entries(GROUPS)) groupRows.set(name, rowOf("Group", name, words));
	at("triage").replaceChildren(...[...groupRows.values()].map(listItem));
}

/* Filter by one row, or remove the filter. */
function narrow(list, value) {
	if (filter.get(list) === value) filter.delete(list);
	else filter.set(list, value);
	if (list === "Search") at("search").value = "";
	refilter();
}

function clearFilters() {
	filter.clear();
	at("search").value = "";
	highlight("");
	refilter();
}

const filterName = () => [...filter].map(([list, value]) => `${list}: ${value}`).join(", ");

function refilter() {
	rewriting.settle();
	softenAll();
	showChips();
	const items = scope();
	select(items.includes(current) ? current : (items.find((item) => item.open) ?? items[0] ?? current), false);
	if (!filter.size) return say("Filters cleared.");
	const query = filter.get("Search");
	const found = `${plural(items.length, items[0]?.isEdit === false ? "note" : "edit")} in the filter`;
	say(
		query
			? `${found}, ${plural(foundSentences(query).length, "sentence")} with “${query}”. Enter goes to the next.`
			: `${found}.`,
	);
}

const chip = (words, ariaLabel, onclick) =>
	listItem(el("button", { ariaLabel, onclick }, el("bdi", {}, words), " ×"));

/* The active filters by name; a click removes one. */
function showChips() {
	const chips = [...filter].map(([list, value]) =>
		chip(`${list}: ${value}`, `Remove the filter ${list}: ${value}`, () => narrow(list, value)),
	);
	if (chips[1]) chips.push(chip("All filters", "Remove all filters", clearFilters));
	at("chips").hidden = !filter.size;
	at("chips").replaceChildren(...chips);
}

/* The items that the keys move through, in their order: shown edits, or notes if there are none. */
function scope() {
	const edits = review.edits.filter(isShown);
	return sorted(edits.length ? edits : review.notes.filter(matches));
}

function tallyBy(valueOf) {
	const tally = new Map();
	for (const item of review.items) {
		const [some, all] = tally.get(valueOf(item)) ?? [0, 0];
		tally.set(valueOf(item), [some + item.open, all + 1]);
	}
	return tally;
}

function fillRows(list, buttons, tally) {
	for (const [value, button] of buttons) {
		const [some, all] = tally.get(value) ?? [0, 0];
		button.lastChild.textContent =
			list === "Decision" || !all ? all : some ? `${some} of ${all}` : `✓ ${all}`;
		button.ariaPressed = filter.get(list) === value;
	}
}

function count() {
	fillRows(listed, rows, tallyBy(LISTS[listed]));
	fillRows("Group", groupRows, tallyBy(groupOf));
	const left = review.edits.filter((item) => item.open).length;
	const open = review.notes.filter((item) => item.open).length;
	const total = review.edits.length;
	at("progress").max = Math.max(total, 1);
	at("progress").value = total - left;
	at("counts").textContent =
		`${total - left} of ${total} decided · ${left} left${review.notes.length ? ` · ${plural(open, "note")}` : ""}`;
	const faults = faulty();
	at("faults").hidden = !faults.length;
	at("faults").textContent = `⚠ ${plural(faults.length, "decision")} with a new issue`;
	const safe = safeOnes().length;
	at("all-safe").textContent = safe ? `Accept all safe (${safe})` : "Accept all safe";
	at("all-safe").disabled = at("choose-safe").disabled = !safe;
	at("undo").disabled = !review.past.length;
	at("undo-last").hidden = !review.past.length;
	write(at("undo-last"), `Undo ${review.lastName}`);
	const optional = review.edits.filter((item) => item.open && groupOf(item) === "Optional").length;
	at("optional").hidden = !optional || Boolean(filter.size);
	at("optional").textContent = `${optionalShown ? "Hide" : "Show"} ${plural(optional, "optional edit")}`;
	showFinish();
	showTree();
}

/* A page of several files has a list of them. */
let showTree = () => {};

const isSafe = (item) => item.choices[item.decision.choice]?.safety === "safe";

/* The open safe edits, but those that would exclude an undecided edit that is not safe. */
const safeOnes = () =>
	review.acceptable(
		review.edits.filter(
			(item) =>
				isSafe(item) && matches(item) && !(item.rivals.size && item.alternatives.some((rival) => rival.open && !isSafe(rival))),
		),
	);
