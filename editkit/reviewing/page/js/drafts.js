/* Drafts: texts typed into rewrite fields that are not kept yet; they outlive a reload or a crash. */
const drafts = {
	prefix: ({ sha256, part }) => `editkit.review/draft:${sha256}${part === null ? "" : `/${part}`}:`,

	/* Some browsers keep nothing for local files; typing must go on there. */
	tried(action) {
		try {
			return action();
		} catch {
			return null;
		}
	},

	key: (item) => drafts.prefix(item.file) + item.id,

	save: (item, texts) =>
		drafts.tried(() => localStorage.setItem(drafts.key(item), JSON.stringify({ pieces: item.pieces, texts }))),

	forget: (item) => drafts.tried(() => localStorage.removeItem(drafts.key(item))),

	/* The draft of an item, or null. */
	of(item) {
		const stored = drafts.tried(() => JSON.parse(localStorage.getItem(drafts.key(item))));
		return stored?.texts?.length === item.pieces.length ? stored.texts : null;
	},

	/* The items with a draft, in the order of the article. */
	items() {
		const keys = drafts.tried(() => Object.keys(localStorage)) ?? [];
		const found = review.files.flatMap((file) =>
			keys
				.filter((key) => key.startsWith(drafts.prefix(file)))
				.map((key) => {
					const id = key.slice(drafts.prefix(file).length);
					const known = review.byId.get(id);
					if (known ?? !id.startsWith("own-")) return known?.file === file ? known : null;
					const piece = drafts.tried(() => JSON.parse(localStorage.getItem(key)).pieces[0]);
					return piece ? review.sentence(file, piece.start, piece.end) : null;
				}),
		);
		return found.filter((item) => item && drafts.of(item)).toSorted((a, b) => a.order - b.order);
	},
};
