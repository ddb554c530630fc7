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
		rewriting.fields = rewriting.given.map((text, number) => {
			const value = text.replace(/\r\n?/g, "\n");
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
			});
			if (item.isOwn) fold(place, true);
			place.append(field);
			return field;
		});
		rewriting.toggle(true);
		rewriting.fields.at(-1).after(at("rewrite"));
		rewriting.fields[0].focus();
		rewriting.fields[0].select();
	},

	/* The elements that contain the pieces of the item, in the order of the pieces. */
	places: () => rewriting.item.places.toSorted((a, b) => (a.dataset.piece ?? 0) - (b.dataset.piece ?? 0)),

	/* A field normalizes line ends to "\n", so unchanged text keeps its original line ends. */
	finish() {
		const { item, given, fields } = rewriting;
		const { newline } = item.file.source;
		const texts = fields.map(({ value }, number) =>
			value === given[number].replace(/\r\n?/g, "\n") ? given[number] : value.replace(/\n/g, newline),
		);
		rewriting.leave();
		const idle = item.isOwn && texts[0] === item.found;
		changed(
			review.decide([[item, idle ? { state: "pending" } : { state: "rewritten", texts }]]),
			idle ? "The sentence is as it was." : "Rewritten.",
		);
		select(item);
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

function leaveRewrite() {
	rewriting.leave();
	select(current);
}
