/* Search over the article and its edits, as written and as proposed. */
const CONTEXT_LENGTH = 60;
const escaped = (text) => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

/* The pattern of a query; a space matches any white space. */
const patternOf = (query) => new RegExp(escaped(query.trim()).replace(/\s+/g, "\\s+"), "iu");

/* The places of an item as written and with each proposal: text around it, where it starts, and how much follows. */
function phrasesWithin(item) {
	const { source } = item.file;
	item.passages ??= [[], ...item.choices.map((choice) => choice.edits)].flatMap((edits) =>
		item.pieces.map(({ start, end }) => {
			const before = source.slice(Math.max(0, start - CONTEXT_LENGTH), start);
			const after = source.slice(end, end + CONTEXT_LENGTH);
			return [before + source.spliced(edits, start, end) + after, before.length, after.length];
		}),
	);
	return item.passages;
}

/* The patterns of the last query; to compile them for each item is slow. */
const compiled = {};

/* Whether the query is in the message, the rule or a text of an item, or overlaps its place; kept for the last query. */
function finds(item, query) {
	const { texts } = item.decision;
	if (item.query !== query || item.queried !== texts)
		Object.assign(item, { query, queried: texts, isFound: searches(item, query) });
	return item.isFound;
}

function searches(item, query) {
	if (query !== compiled.query) {
		const pattern = patternOf(query);
		Object.assign(compiled, { query, pattern, every: new RegExp(pattern.source, "giu") });
	}
	const { pattern, every } = compiled;
	const overlaps = ([text, before, after]) =>
		[...text.matchAll(every)].some(
			({ index, 0: found }) => index + found.length > before && index < text.length - after,
		);
	return (
		[item.message, item.rule, ruleName(item), ...(item.decision.texts ?? [])].some((text) => pattern.test(text ?? "")) ||
		phrasesWithin(item).some(overlaps)
	);
}

/* The sentences that contain the query, as written. */
function foundSentences(query) {
	const pattern = patternOf(query);
	return sentences.filter((node) =>
		pattern.test(fileOf(node).source.slice(Number(node.dataset.start), Number(node.dataset.end))),
	);
}

function search() {
	const query = at("search").value.trim();
	if (query) filter.set("Search", query);
	else filter.delete("Search");
	refilter();
	highlight(query);
}

/* Mark the query in the visible text, where the browser can. */
function highlight(query) {
	if (!CSS.highlights) return;
	CSS.highlights.delete("search");
	if (!query) return;
	const pattern = new RegExp(patternOf(query).source, "giu");
	const walker = document.createTreeWalker(at("articles"), NodeFilter.SHOW_TEXT);
	const ranges = [];
	while (walker.nextNode()) {
		for (const { index, 0: text } of walker.currentNode.data.matchAll(pattern)) {
			const range = new Range();
			range.setStart(walker.currentNode, index);
			range.setEnd(walker.currentNode, index + text.length);
			ranges.push(range);
		}
	}
	CSS.highlights.set("search", new Highlight(...ranges));
}

/* Go to the next place that the search finds: an edit, or a sentence; the field keeps the focus. */
function nextFound() {
	const query = filter.get("Search");
	if (!query) return;
	const items = review.items.filter(matches);
	const places = [
		...items,
		...foundSentences(query)
			.filter((node) => !items.some((item) => node.contains(item.node)))
			.map(sentenceOf),
	].toSorted((a, b) => a.order - b.order || a.start - b.start);
	const here = places.indexOf(current);
	if (places.length) select(places[(here + 1) % places.length], false);
	else say(`No results for “${query}”.`);
}
