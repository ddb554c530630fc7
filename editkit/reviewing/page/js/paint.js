/* Rendering of decisions in the article. */
const facts = JSON.parse(at("facts").textContent);
const review = new Review(facts);
let current = null;

for (const node of all("[data-edit], [data-note], [data-more]")) {
	const item = review.byId.get(node.dataset.edit ?? node.dataset.note ?? node.dataset.more);
	item.places.push(node);
	if (!("more" in node.dataset)) item.node = node;
	node.item = item;
}

const STATES = { pending: "Pending", accepted: "Accepted", rejected: "Rejected", rewritten: "Rewritten" };

function stateName(item) {
	if (item.excludedBy) return "Excluded by an overlapping edit";
	if (item.isEdit || item.isRewritten) return STATES[item.state];
	return item.isOwn ? "Sentence" : item.state === "rejected" ? "Dismissed" : "Note";
}

function paint(items) {
	const clusters = new Set();
	for (const item of items) {
		const { state, excludedBy } = item;
		for (const node of item.places) {
			node.dataset.state = state;
			node.toggleAttribute("data-excluded", Boolean(excludedBy));
			soften(item, node);
			if (item !== rewriting.item) showTexts(item, node);
			if (node.parentElement.classList.contains("several")) clusters.add(node.parentElement);
		}
		label(item);
	}
	clusters.forEach(arrange);
}

/* Show an item as plain text in the final view and while the filter excludes it. */
function soften(item, node) {
	const { view } = document.body.dataset;
	const isFolded = item !== current && !item.isOwn && isHidden(item);
	node.classList.toggle("plain", view === "final" || isFolded || (item !== current && !item.isOwn && !matches(item)));
	node.classList.toggle("folded-away", isFolded && view !== "final");
}

function softenAll() {
	for (const file of review.files)
		for (const item of itemsOf(file)) for (const node of item.places) soften(item, node);
}

const inWords = ({ before, replacement }) =>
	!before
		? `insert “${replacement}”`
		: replacement
			? `replace “${before}” with “${replacement}”`
			: `delete “${before}”`;

function label(item) {
	const [proposed] = item.edits();
	const change = proposed ? inWords(proposed) : item.message || item.found;
	item.node?.setAttribute("aria-label", `${stateName(item)}: ${change}`);
}

/* Show the chosen proposal of a piece, or the rewritten text. */
function showTexts(item, node) {
	const own = item.isRewritten;
	if (item.isOwn) fold(node, own);
	else {
		for (const choice of all(".choice", node))
			choice.hidden = own || (item.isEdit && Number(choice.dataset.choice) !== item.decision.choice);
	}
	node.querySelector(":scope > .own, :scope > .view > .own")?.remove();
	if (!own) return;
	const { before, replacement } = item.edits()[Number(node.dataset.piece ?? 0)];
	const kept = el("span", { className: "own" }, ...diffNodes(before, replacement));
	const last = all(".choice", node).pop();
	if (last && !item.isOwn) last.after(kept);
	else node.prepend(kept);
}

/* Hide or show the content of a sentence. */
function fold(node, hidden) {
	const folded = node.querySelector(":scope > .folded");
	if (hidden && !folded) node.append(el("span", { className: "folded", hidden: true }, ...node.childNodes));
	else if (!hidden) folded?.replaceWith(...folded.childNodes);
}

/* Show one of several overlapping edits: the current, an approved or a pending one; finally, the approved ones. */
function arrange(cluster) {
	const members = all(".member", cluster);
	const made = members.filter(({ item }) => item.made.length);
	const here = document.body.dataset.view === "final" ? null : current;
	const front =
		members.find(({ item }) => item === here) ??
		made[0] ??
		members.find(({ item }) => item.open) ??
		members[0];
	const isHere = front.item === here;
	const together = made.length > 1 && !isHere;
	for (const member of members) member.classList.toggle("front", member === front && !together);
	cluster.querySelector(".together")?.remove();
	cluster.querySelector(".laid")?.remove();
	const { start, end } = cluster.dataset;
	const { source } = front.item.file;
	const edits = made.flatMap(({ item }) => (item === front.item ? [] : item.made));
	if (together)
		cluster.prepend(
			el(
				"ins",
				{ className: "together" },
				// Line ends at the start of a paragraph would be an empty line in it.
				source
					.spliced(
						made.flatMap(({ item }) => item.made),
						Number(start),
						Number(end),
					)
					.replace(/^[\r\n]+/, ""),
			),
		);
	else if (isHere && edits.length)
		front.prepend(el("span", { className: "laid" }, ...laid(front, source, edits, Number(start), Number(end))));
}

/* The cluster as decided, with the edit of `member` marked in it; if the decided ones exclude it, as decided. */
function laid(member, source, edits, start, end) {
	const { item } = member;
	if (item.excludedBy) {
		const decided = diffNodes(source.slice(start, end), source.spliced(edits, start, end));
		return [el("span", { className: "decided" }, ...decided)];
	}
	const piece = item.pieces[Number(member.dataset.piece ?? 0)];
	const proposed = source.spliced(item.edits(), piece.start, piece.end);
	return [
		source.spliced(edits, start, piece.start),
		...diffNodes(source.slice(piece.start, piece.end), proposed),
		source.spliced(edits, piece.end, end),
	];
}
