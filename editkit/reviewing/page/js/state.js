/* State of the review: all decisions, with undo and redo; independent of the DOM. */
const SENTENCE = {
	rule: null,
	fingerprint: null,
	family: null,
	severity: null,
	concept: null,
	message: "",
	choices: [],
	also: [],
	related: [],
};

class Review {
	constructor(known) {
		this.tool = known.tool;
		this.files = known.files.map((fact) => {
			const title = fact.part === null ? fact.path : `${fact.path} (${fact.part})`;
			const source = new Source(fact.raw);
			const file = { ...fact, title, source, own: new Map() };
			file.items = fact.items.map((item) => new Item(unpacked(item, known.issues, source), file));
			introduce(file.items);
			return file;
		});
		this.items = this.files.flatMap((file) => file.items);
		this.items.forEach((item, order) => Object.assign(item, { order }));
		this.edits = this.items.filter((item) => item.isEdit);
		this.notes = this.items.filter((item) => !item.isEdit);
		this.byId = new Map(this.items.map((item) => [item.id, item]));
		this.past = [];
		this.future = [];
		this.extras = { words: [], glossary: [] };
	}

	/* An item for rewriting a range of a file that has no issue. */
	sentence(file, start, end) {
		const id = `own-${start}-${end}`;
		if (file.own.has(id)) return file.own.get(id);
		const { source } = file;
		const item = new Item(
			{
				...SENTENCE,
				id,
				pieces: [{ start, end }],
				start,
				end,
				line: source.line(start),
				found: source.slice(start, end),
			},
			file,
		);
		const after = file.items.find((other) => other.pieces[0].start >= start);
		item.order = (after?.order ?? (file.items.at(-1)?.order ?? -1) + 1) - 0.5;
		file.own.set(id, item);
		introduce(itemsOf(file));
		return item;
	}

	/* Apply `changes`, pairs of an item and the changed fields of its decision, as one undo step with a name. */
	decide(changes, name, extras = this.extras) {
		const step = { name, items: new Map(), extras: [this.extras, extras] };
		const put = (item, change) => {
			const [before] = step.items.get(item) ?? [item.decision];
			item.decision = { ...item.decision, suppress: false, ...change };
			step.items.set(item, [before, item.decision]);
		};
		for (const [item, change] of changes) {
			put(item, change);
			for (const rival of item.rivals) {
				if (clashing(item.made, rival.made)) put(rival, { state: "pending" });
			}
		}
		this.extras = extras;
		this.past.push(step);
		this.future = [];
		return touched(step.items.keys());
	}

	undo() {
		return this.travel(this.past, this.future, 0);
	}

	redo() {
		return this.travel(this.future, this.past, 1);
	}

	/* What undo would take back, in words. */
	get lastName() {
		return this.past.at(-1)?.name ?? "";
	}

	/* Undo or redo one step; returns the affected items, the first changed one first. */
	travel(from, to, side) {
		const step = from.pop();
		if (!step) return null;
		for (const [item, sides] of step.items) item.decision = sides[side];
		this.extras = step.extras[side];
		to.push(step);
		return touched(step.items.keys());
	}

	/* Those of `items` whose proposals can be accepted without overlapping approved edits. */
	acceptable(items) {
		const made = new Set();
		return items.filter((item) => {
			const free =
				item.isEdit &&
				item.open &&
				!(
					item.rivals.size &&
					[...item.rivals].some((rival) => made.has(rival) && clashing(rival.edits(), item.edits()))
				);
			if (free) made.add(item);
			return free;
		});
	}

	decided(file) {
		return itemsOf(file)
			.filter((item) => !item.open)
			.toSorted((a, b) => a.order - b.order);
	}

	made(file) {
		return this.decided(file).flatMap((item) => item.made);
	}

	corrected(file) {
		return file.source.spliced(this.made(file));
	}

	decisions() {
		const files = this.files.map((file) => ({
			path: file.path,
			part: file.part,
			sha256: file.sha256,
			...file.named,
			decisions: this.decided(file).map((item) => ({
				...entryOf(item, item.state),
				...(item.made.length && !item.isOwn && { details: detailsOf(item) }),
			})),
		}));
		const { words, glossary } = this.extras;
		return {
			schema: "editkit.decisions/2",
			tool: this.tool,
			files: files.filter((file) => file.decisions.length),
			...(words.length && { words }),
			...(glossary.length && { glossary }),
			...(Object.keys(facts.report).length && { report: facts.report }),
		};
	}
}

const itemsOf = (file) => [...file.items, ...file.own.values()];

function touched(items) {
	const all = new Set(items);
	for (const item of [...all]) item.rivals.forEach((rival) => all.add(rival));
	return [...all];
}
