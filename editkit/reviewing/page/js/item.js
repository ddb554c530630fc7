/* Items: an edit, a note or a rewritten sentence, with its decision. */
const UNDECIDED = { state: "pending", choice: 0, texts: null, suppress: false };
const MADE = new Set(["accepted", "rewritten"]);

/* An item with the facts that it shares with others, and the texts of its ranges. */
function unpacked({ of, edits, pieces, start, end, ...own }, issues, source) {
	const { choices, ...shared } = issues[of];
	const editOf = ([from, to, replacement]) => ({ start: from, end: to, before: source.slice(from, to), replacement });
	return {
		...shared,
		id: own.fingerprint.slice(0, 16),
		related: [],
		...own,
		start,
		end,
		found: source.slice(start, end),
		pieces: (pieces ?? [[start, end]]).map(([from, to]) => ({ start: from, end: to })),
		choices: choices.map((choice, number) => ({ ...choice, edits: edits[number].map(editOf) })),
	};
}

class Item {
	constructor(fact, file) {
		Object.assign(this, fact);
		this.file = file;
		this.decision = UNDECIDED;
		this.rivals = new Set();
		this.places = [];
		const { concept, found, family } = this;
		this.term =
			concept?.term ?? concept?.source ?? (family === "consistency" && found.length < 60 ? found : null);
	}

	get isEdit() {
		return this.choices.length > 0;
	}

	get open() {
		return this.state === "pending";
	}

	get isRewritten() {
		return this.decision.state === "rewritten";
	}

	get isOwn() {
		return this.rule === null;
	}

	/* The edits of a decision; for a pending or rejected one, the edits that it would make. */
	edits(decision = this.decision) {
		if (decision.state !== "rewritten") return this.isEdit ? this.choices[decision.choice].edits : [];
		return this.pieces.map(({ start, end }, number) => ({
			start,
			end,
			before: this.file.source.slice(start, end),
			replacement: decision.texts[number],
		}));
	}

	get made() {
		return MADE.has(this.decision.state) ? this.edits() : [];
	}

	/* The edits of the same words that do not go together with this one. */
	get alternatives() {
		return [...this.rivals].filter((rival) => clashing(rival.edits(), this.edits()));
	}

	/* The first edit in words; the title of the proposal if its words are only deleted, or spaces. */
	get change() {
		const [edit] = this.edits();
		if (!edit) return this.message;
		const hasWords = edit.before.trim() && edit.replacement.trim();
		return hasWords || this.isRewritten ? `“${edit.before}” → “${edit.replacement}”` : `“${this.title}”`;
	}

	/* The title of the chosen proposal. */
	get title() {
		return this.choices[this.decision.choice]?.title ?? this.message;
	}

	/* The approved item that overlaps this pending one. */
	get excludedBy() {
		if (this.decision.state !== "pending" || !this.rivals.size) return undefined;
		return [...this.rivals].find((rival) => clashing(rival.made, this.edits()));
	}

	get state() {
		return this.excludedBy ? "rejected" : this.decision.state;
	}
}

function clashing(ours, theirs) {
	return ours.some((a) => theirs.some((b) => clash(a, b)));
}

/* Link items of one file that overlap or touch (their `rivals`). */
function introduce(items) {
	const places = items.flatMap((item) => item.pieces.map((piece) => ({ ...piece, item })));
	places.sort((a, b) => a.start - b.start || a.end - b.end);
	let open = [];
	for (const place of places) {
		open = open.filter((other) => other.end >= place.start);
		for (const { item } of open) {
			if (item === place.item) continue;
			item.rivals.add(place.item);
			place.item.rivals.add(item);
		}
		open.push(place);
	}
}
