/* Selection of and navigation between items and sentences. */
const sentences = all(".s");

function select(item, focus = true) {
	if (!item) return;
	if (rewriting.item !== item) rewriting.settle();
	const before = current;
	current = item;
	before?.node.removeAttribute("aria-current");
	item.node.setAttribute("aria-current", "true");
	paint(before && before !== item ? [before, item] : [item]);
	showIssue(item);
	count();
	if (focus) item.node.focus({ preventScroll: true });
	reveal(item.node);
	requestAnimationFrame(() => {
		if (item === current) reveal(item.node);
		level();
	});
}

/* Scroll to a node unless it is visible between the fixed bars of the page. */
function reveal(node) {
	const box = node.getBoundingClientRect();
	const top = Math.max(header.getBoundingClientRect().bottom, 0);
	const bottom = innerHeight - (getComputedStyle(aside).position === "fixed" ? aside.offsetHeight : 0);
	const room = Math.min(24, (bottom - top) / 4);
	if (box.top < top + room || box.bottom > bottom - room) scrollBy(0, box.top - top - (bottom - top) / 3);
}

function step(list, by) {
	const found = (by > 0 ? list : list.toReversed()).find((item) => !current || compare(item, current) * by > 0);
	const note = list.find((item) => !item.isEdit && item.open && item !== current);
	if (found ?? note) select(found ?? note);
	else if (by > 0 && current?.isEdit && toOptional()) return;
	else say(by > 0 ? "Last one." : "First one.");
}

/* Go to the next decision that makes a fault; continue at the top after the last. */
function nextFault() {
	const items = faulty().toSorted((a, b) => a.order - b.order);
	select(items.find((item) => item.order > (current?.order ?? -1)) ?? items[0]);
}

/* Show the optional edits after the last of the others, and go to the first; returns whether there is one. */
function toOptional() {
	const [first] = sorted(hiddenItems());
	if (!first) return false;
	showOptional(true);
	select(first);
	say("Only optional edits are left.");
	return true;
}

/* Move to the next pending item of `list`; continue at the top after the last. */
function advance(list) {
	const open = list.filter((item) => item.open && !isHidden(item));
	const found = open.find((item) => compare(item, current) > 0) ?? open[0];
	select(found ?? current);
	if (found || (current.isEdit && toOptional())) return;
	if (filter.size) say(`Nothing left in the filter “${filterName()}”.`);
	else
		say(
			current.isEdit
				? "All edits decided. Download the decisions or the corrected text."
				: "No notes left.",
		);
}

const fileOf = (node) => review.files[node.closest("article").dataset.file];

function sentenceOf(node) {
	const item = review.sentence(fileOf(node), Number(node.dataset.start), Number(node.dataset.end));
	Object.assign(node, { role: "group", tabIndex: -1, item });
	return Object.assign(item, { node, places: [node] });
}

/* Attach rewritten sentences that were stored earlier to the article. */
function attach(items) {
	for (const item of items.filter(({ isOwn, node }) => isOwn && !node)) {
		const [{ start, end }] = item.pieces;
		const node = sentences.find(
			(other) =>
				fileOf(other) === item.file && other.dataset.start === `${start}` && other.dataset.end === `${end}`,
		);
		if (node) sentenceOf(node);
	}
}

/* Move from an item to its sentence, or from a sentence to the next or previous one. */
function stepSentence(by) {
	const node = current?.node.closest(".s") ?? sentences[0];
	const next = current?.isOwn ? sentences[sentences.indexOf(node) + by] : node;
	if (next) select(sentenceOf(next));
	else say("No other sentence there.");
}

/* Go to a position of a file: the item there or, without one, the sentence. */
function goTo(file, start, end) {
	const item = file.items.find(
		(other) => other !== current && other.pieces.some((piece) => piece.start <= start && end <= piece.end),
	);
	const node = sentences.findLast((other) => fileOf(other) === file && other.dataset.start <= start);
	if (item ?? node) select(item ?? sentenceOf(node));
}
