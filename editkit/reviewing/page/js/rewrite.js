/* Editing in place: a text field for each piece of an item, inside the article. */
const rewriting = {
	item: null,
	fields: [],

	open(item) {
		if (!item || rewriting.item) return;
		rewriting.item = item;
		const { source } = item.file;
		const edits = item.isOwn && item.open ? review.made(item.file) : item.edits();
		rewriting.given = item.isRewritten
			? item.decision.texts
			: item.pieces.map(({ start, end }) => source.spliced(edits, start, end));
		const draft = drafts.of(item);
		rewriting.fields = rewriting.given.map((text, number) => {
			const value = (draft?.[number] ?? text).replace(/\r\n?/g, "\n");
			const long = value.length > 60 || value.includes("\n");
			const ariaLabel = item.pieces.length > 1 ? `Rewrite, place ${number + 1}` : "Rewrite as";
			const place = rewriting.places()[number];
			const field = el("textarea", {
				value,
				rows: long ? Math.ceil(value.length / 60) : 1,
				cols: Math.max(8, value.length + 2),
				className: long ? "long" : "",
				ariaLabel,
				dir: "auto",
				spellcheck: true,
				onfocus: () => field.after(at("rewrite")),
				oninput: () => drafts.save(item, rewriting.fields.map((each) => each.value)),
			});
			if (item.isOwn) fold(place, true);
			place.append(field);
			return field;
		});
		rewriting.toggle(true);
		rewriting.fields[0].focus();
		if (draft) say("Draft restored.");
		else rewriting.fields[0].select();
	},

	/* The texts of the fields. A field has "\n" for each line end; unchanged text keeps its own. */
	texts() {
		const { item, given, fields } = rewriting;
		const { newline } = item.file.source;
		return fields.map(({ value }, number) =>
			value === given[number].replace(/\r\n?/g, "\n") ? given[number] : value.replace(/\n/g, newline),
		);
	},

	/* The elements that contain the pieces of the item, in the order of the pieces. */
	places: () => rewriting.item.places.toSorted((a, b) => (a.dataset.piece ?? 0) - (b.dataset.piece ?? 0)),

	/* Keep the texts as a decision, which undo takes back. */
	keep() {
		const { item } = rewriting;
		const texts = rewriting.texts();
		drafts.forget(item);
		rewriting.leave();
		const idle = item.isOwn && texts[0] === item.found;
		changed(
			review.decide([[item, idle ? { state: "pending" } : { state: "rewritten", texts }]], `rewrite of “${brief(item.found)}”`),
			idle ? "Sentence unchanged." : "Rewritten.",
		);
		return item;
	},

	finish() {
		select(rewriting.keep());
	},

	/* Close the fields because something else begins; typed text is kept. */
	settle() {
		if (!rewriting.item) return;
		if (rewriting.texts().some((text, number) => text !== rewriting.given[number])) rewriting.keep();
		else {
			drafts.forget(rewriting.item);
			rewriting.leave();
		}
	},

	leave() {
		rewriting.toggle(false);
		rewriting.fields.forEach((field) => field.remove());
		document.body.append(at("rewrite"));
		const { item } = rewriting;
		rewriting.item = null;
		paint([item]);
	},

	toggle(open) {
		at("rewrite").hidden = !open;
		for (const place of rewriting.places()) place.classList.toggle("editing", open);
	},
};

/* Close the fields without keeping the text; it stays a draft for the next rewrite of the item. */
function leaveRewrite() {
	const { item } = rewriting;
	rewriting.leave();
	select(current);
	if (drafts.of(item)) say("Not saved. Rewrite again to restore your draft.");
}

/* Open the first draft that a reload or a crash has left. */
function resumeDraft() {
	const [item] = drafts.items();
	if (!item) return false;
	attach([item]);
	if (!item.node) return false;
	select(item);
	rewriting.open(item);
	return true;
}
