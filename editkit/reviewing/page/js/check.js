/* Faults that decisions make: the paragraphs as decided are looked at again, without an engine. */
const WORD_EDGE = ["(?<![\\p{L}\\p{N}])", "(?![\\p{L}\\p{N}’'-])"];
const FAULTS = [
	[/(?<![\p{L}\p{N}])(\p{L}+)\s+\1(?![\p{L}\p{N}’'-])/giu, "a repeated word", "en"],
	// Capitals may be read as letters, so that only words in lowercase are judged.
	[/(?<![\p{L}\p{N}])[Aa]\s+(?!eu|uni|us[aeu]|ut[ei]|one\b|once\b|ub)[aeiou][a-z]+/gu, "“a” for “an”", "en"],
	[/(?<![\p{L}\p{N}])[Aa]n\s+(?!hou?r|honest|hono|heir)[bcdfghj-np-tv-z][a-z]+/gu, "“an” for “a”", "en"],
	[/(?<=\S) {2,}(?=\S)/gu, "a double space", ""],
	[/(?<=[\p{L}\p{N}]) +[,;.!?](?=\s|$)/gu, "a space before a punctuation mark", "en"],
];

/* The forms that the glossary forbids, as far as these articles or the new rows have them. Parts of a term are none. */
function forbiddenForms() {
	const found = review.items
		.filter((item) => item.family === "term" && item.concept && item.isEdit)
		.map((item) => phrases(item, item.choices[0].edits))
		.filter(([before, after]) => !after.includes(before))
		.map(([before]) => before);
	return [...new Set([...found, ...review.extras.glossary.flatMap((row) => row.forbidden)])].filter(Boolean);
}

const anyOf = (forms) =>
	new RegExp(WORD_EDGE.join(`(?:${forms.map(escaped).join("|")})`), "gu");

const rangeOf = (block) => [Number(block.dataset.start), Number(block.dataset.end)];

/* The approved edits of `items` in a paragraph, in order and without duplicates, each with its item. */
function madeIn(block, items) {
	const [start, end] = rangeOf(block);
	return items
		.flatMap((item) => item.made.map((edit) => ({ edit, item })))
		.filter(({ edit }) => edit.start >= start && edit.end <= end)
		.toSorted((a, b) => a.edit.start - b.edit.start || a.item.order - b.item.order)
		.filter(({ edit }, at, made) => !at || !same(edit, made[at - 1].edit));
}

/* The faults of a paragraph that approved edits of its `items` make, as pairs of an item and words. */
function faultsOf(block, file, items, forms) {
	const [start, end] = rangeOf(block);
	const made = madeIn(block, items);
	if (!made.length) return [];
	const original = file.source.slice(start, end);
	// Where the replacements are in the paragraph as decided, in UTF-16 units.
	let [text, from] = ["", start];
	const places = made.map(({ edit, item }) => {
		text += file.source.slice(from, Math.max(from, edit.start));
		const place = { item, start: text.length, end: text.length + edit.replacement.length };
		text += edit.replacement;
		from = Math.max(from, edit.end);
		return place;
	});
	text += file.source.slice(from, end);
	const { lang } = block.closest("[lang]");
	const patterns = FAULTS.filter(([, , only]) => lang.startsWith(only));
	const rules = forms.length ? [...patterns, [anyOf(forms), "a forbidden form", ""]] : patterns;
	return rules.flatMap(([pattern, words]) =>
		[...text.matchAll(pattern)].flatMap((match) => {
			const [at, to] = [match.index, match.index + match[0].length];
			const place = places.find((each) => each.start <= to && each.end >= at);
			const isOld = words !== "a forbidden form" && original.indexOf(match[0]) >= 0;
			return place && !isOld ? [[place.item, `Introduces ${words}: “${match[0]}”`]] : [];
		}),
	);
}

const itemsIn = (block) => [...new Set(all("*", block).flatMap(({ item }) => item ?? []))];

/* Look again at the paragraphs of `items`, and mark the decisions that make a fault. */
function checkResult(items) {
	const forms = forbiddenForms();
	const blocks = new Set(items.flatMap(({ places }) => places.map((node) => node.closest(".block"))));
	for (const block of blocks) {
		if (!block) continue;
		const here = itemsIn(block);
		for (const item of here) item.fault = "";
		markFaults(here, faultsOf(block, fileOf(block), here, forms));
	}
	recheck(blocks);
}

function markFaults(items, faults) {
	for (const [item, words] of faults) item.fault ||= words;
	for (const item of items)
		for (const node of item.places) node.toggleAttribute("data-fault", Boolean(item.fault));
}

/* A server checks paragraphs with all checks; a page without one cannot. */
let recheck = () => {};

const faulty = () => review.files.flatMap(itemsOf).filter((item) => item.fault);
