/* Decisions about one or several items, and undo. */
function refresh(items) {
	paint(items);
	checkResult(items);
	count();
	if (current) showIssue(current);
	showExtras();
	if (document.body.dataset.view === "report") buildReport();
}

function changed(items, words) {
	refresh(items);
	try {
		say(words);
		store.save(review, items);
	} catch {
		say(`${words} This browser cannot save decisions: download them before you close the page.`);
	}
}

const UNDO_VERBS = { accepted: "accept", rejected: "reject" };
const brief = (text) => (text.length > 30 ? `${text.slice(0, 28)}…` : text);

function decide(state, more = {}) {
	if (!current) return;
	// With the field open, to accept means to accept the typed text.
	const isTyped = rewriting.item === current;
	rewriting.settle();
	if (isTyped && state === "accepted" && current.isRewritten)
		return advance(listOf(current));
	if (state === "accepted" && !current.isEdit)
		return say("No fix to accept. Rewrite the text or dismiss the note.");
	if (current.isOwn) {
		if (current.isRewritten)
			changed(review.decide([[current, { state: "pending" }]], "restored sentence"), "Sentence restored.");
		return;
	}
	const replaced = state === "accepted" && current.excludedBy;
	const open = current.alternatives.filter((rival) => rival.open);
	const items = review.decide([[current, { state, ...more }]], `${UNDO_VERBS[state]} of “${brief(current.found)}”`);
	const shut = open.filter((rival) => !rival.open).length;
	const words = more.suppress ? "Ignored in future." : current.isEdit ? `${STATES[state]}.` : "Dismissed.";
	changed(
		items,
		replaced
			? `Accepted instead of ${replaced.change}.`
			: shut
				? `${words} ${plural(shut, "overlapping edit")} excluded.`
				: words,
	);
	advance(listOf(current));
}

/* The edits or the notes that match the filter, in the order of the walk. */
const listOf = (item) => sorted((item.isEdit ? review.edits : review.notes).filter(matches));

function choose(item, choice) {
	if (!item?.choices[choice]) return;
	const state = item.decision.state === "accepted" ? "accepted" : "pending";
	changed(review.decide([[item, { state, choice }]], `choice for “${brief(item.found)}”`), `Proposal ${choice + 1} selected.`);
}

function decideAll(items, state) {
	rewriting.settle();
	// The text that was just typed is a decision, too.
	items = items.filter((item) => item.open);
	if (!items.length) return say("Nothing left to decide.");
	const what = plural(items.length, items.every((item) => item.isEdit) ? "edit" : "item");
	const words = `${what} ${state}.`;
	changed(review.decide(items.map((item) => [item, { state }]), `${UNDO_VERBS[state]} of ${what}`), words);
	advance(scope());
	const more = at("status").textContent;
	if (more !== words) say(`${words} ${more}`);
}

const acceptAll = (items) => decideMany(items, "accepted");
const rejectAll = (items) => decideMany(items, "rejected");

/* The pending items that match the filter or, without a filter, the current rule. */
function group() {
	return review.items.filter(
		(item) => item.open && (filter.size ? matches(item) : item.rule === current?.rule),
	);
}

function travel(go, words) {
	rewriting.settle();
	const name = (words === "undo" ? review.past : review.future).at(-1)?.name;
	const items = go();
	if (!items) return say(`Nothing to ${words}.`);
	changed(items, `${words === "undo" ? "Undone" : "Redone"}: ${name}.`);
	if (items.length) select(items[0]);
}

const undo = () => travel(() => review.undo(), "undo");
const redo = () => travel(() => review.redo(), "redo");
