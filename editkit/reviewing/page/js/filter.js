/* Lists by rule, term, severity and decision, with counts; selecting a row filters the page. */
const LISTS = {
	Rule: (item) => item.rule,
	Term: (item) => item.term,
	Severity: (item) => item.severity,
	Decision: (item) => STATES[item.state],
};
if (review.files[1]) LISTS.File = (item) => item.file.title;
const filter = new Map();
const rows = new Map();
let listed = "";

const matches = (item) => [...filter].every(([list, value]) => LISTS[list](item) === value);

function showList(list) {
	listed = list;
	for (const tab of at("tabs").children) tab.ariaPressed = tab.textContent === list;
	const sizes = new Map(list === "Decision" ? Object.values(STATES).map((name) => [name, 0]) : []);
	for (const item of review.items) sizes.set(LISTS[list](item), (sizes.get(LISTS[list](item)) ?? 0) + 1);
	sizes.delete(null);
	const values = [...sizes.keys()];
	if (list !== "Decision") values.sort((a, b) => sizes.get(b) - sizes.get(a));
	rows.clear();
	for (const value of values)
		rows.set(
			value,
			el("button", { onclick: () => narrow(list, value) }, el("bdi", {}, value), " ", el("span")),
		);
	at("filters").replaceChildren(
		...(values.length ? rows.values() : ["None."]).map((row) => el("li", {}, row)),
	);
	count();
}

/* Filter by one row, or remove the filter. */
function narrow(list, value) {
	if (filter.get(list) === value) filter.delete(list);
	else filter.set(list, value);
	refilter();
}

function refilter() {
	rewriting.settle();
	softenAll();
	const items = scope();
	select(items.includes(current) ? current : (items.find((item) => item.open) ?? items[0] ?? current), false);
	say(
		filter.size
			? `${plural(items.length, items[0]?.isEdit === false ? "note" : "edit")} in the filter.`
			: "All are shown.",
	);
}

/* The items that the keys move through: matching edits, or notes if there are none. */
function scope() {
	const edits = review.edits.filter(matches);
	return edits.length ? edits : review.notes.filter(matches);
}

function count() {
	const tally = new Map();
	let [left, open] = [0, 0];
	for (const item of review.items) {
		const value = LISTS[listed](item);
		const pending = item.open;
		if (pending && item.isEdit) left += 1;
		else if (pending) open += 1;
		const [some, all] = tally.get(value) ?? [0, 0];
		tally.set(value, [some + pending, all + 1]);
	}
	for (const [value, button] of rows) {
		const [some, all] = tally.get(value) ?? [0, 0];
		button.lastChild.textContent = listed === "Decision" ? all : some ? `${some} of ${all}` : `✓ ${all}`;
		button.ariaPressed = filter.get(listed) === value;
	}
	const total = review.edits.length;
	at("progress").max = Math.max(total, 1);
	at("progress").value = total - left;
	at("counts").textContent =
		`${total - left} of ${total} decided · ${left} left${review.notes.length ? ` · ${plural(open, "note")}` : ""}`;
	const faults = faulty();
	at("faults").hidden = !faults.length;
	at("faults").textContent = `⚠ ${plural(faults.length, "decision")} with a new fault`;
	const safe = safeOnes().length;
	at("all-safe").textContent = safe ? `Accept all safe (${safe})` : "Accept all safe";
	at("all-safe").disabled = !safe;
	at("undo").disabled = !review.past.length;
	at("clear").hidden = !filter.size;
}

const isSafe = (item) => item.choices[item.decision.choice]?.safety === "safe";

/* The open safe edits, but those that would exclude an undecided edit that is not safe. */
const safeOnes = () =>
	review.acceptable(
		scope().filter(
			(item) =>
				isSafe(item) && !(item.rivals.size && item.alternatives.some((rival) => rival.open && !isSafe(rival))),
		),
	);
