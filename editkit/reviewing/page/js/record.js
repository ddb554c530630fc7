/* Stored decisions: one entry per item, in the form of the decisions file. */
function entryOf(item, state) {
	const { id, rule, fingerprint } = item;
	return {
		edit: id,
		rule,
		fingerprint,
		state,
		edits: item.edits(),
		...(item.decision.suppress && { suppress: true, text: item.found }),
	};
}

/* The decision of an entry, or null if the entry does not match a proposal of the item. */
function decisionOf(item, { state, edits, suppress }) {
	if (state === "rewritten") {
		const texts = item.pieces.map(
			({ start, end }) => edits.find((edit) => edit.start === start && edit.end === end)?.replacement,
		);
		return texts.includes(undefined) ? null : { ...UNDECIDED, state, texts };
	}
	const choice = item.isEdit
		? item.choices.findIndex(
				(each) =>
					each.edits.length === edits.length && each.edits.every((edit, number) => same(edit, edits[number])),
			)
		: edits.length
			? -1
			: 0;
	const known = ["rejected", "pending", item.isEdit && "accepted"].includes(state);
	return known && choice >= 0
		? { ...UNDECIDED, state, choice, suppress: suppress === true }
		: null;
}

/* Apply stored entries to the items of a file; returns the changed items. */
function takeOver(review, file, entries) {
	const changedOnes = [];
	for (const entry of entries) {
		const [edit] = entry.edits;
		const own =
			entry.rule === null &&
			entry.edits.length === 1 &&
			file.source.slice(edit.start, edit.end) === edit.before;
		const item = own ? review.sentence(file, edit.start, edit.end) : review.byId.get(entry.edit);
		const decision = item?.file === file ? decisionOf(item, entry) : null;
		if (!decision) continue;
		item.decision = decision;
		changedOnes.push(item);
	}
	// Items excluded by an approved one are stored as rejected; as pending, they are freed when that is undone.
	for (const item of changedOnes) {
		if (item.decision.state !== "rejected" || item.decision.suppress) continue;
		if ([...item.rivals].some((rival) => clashing(rival.made, item.edits())))
			item.decision = { ...item.decision, state: "pending" };
	}
	return touched(changedOnes);
}

/* Store of decisions in this browser, keyed by the SHA-256 of the file, and its part. */
const browserStore = {
	key: ({ sha256, part }) => `editkit.review/1:${sha256}${part === null ? "" : `/${encodeURIComponent(part)}`}:`,
	extras: (review) => `editkit.review/1::${review.files[0]?.sha256}`,

	save(review, items) {
		for (const item of items) {
			const key = browserStore.key(item.file) + item.id;
			const { state, choice } = item.decision;
			if (state === "pending" && !choice) localStorage.removeItem(key);
			else localStorage.setItem(key, JSON.stringify(entryOf(item, state)));
		}
		const { words, glossary } = review.extras;
		const key = browserStore.extras(review);
		if (words.length || glossary.length) localStorage.setItem(key, JSON.stringify(review.extras));
		else localStorage.removeItem(key);
	},

	load(review) {
		const keys = Object.keys(localStorage);
		const extras = localStorage.getItem(browserStore.extras(review));
		if (extras) review.extras = JSON.parse(extras);
		return review.files.flatMap((file) => {
			const own = keys.filter((key) => key.startsWith(browserStore.key(file)));
			return takeOver(
				review,
				file,
				own.map((key) => JSON.parse(localStorage.getItem(key))),
			);
		});
	},
};
let store = browserStore;
