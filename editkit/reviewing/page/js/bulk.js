/* Decisions about several edits: alike ones at once, others after a preview in which each can be unticked. */

/* Alike are edits of one rule that make the same change or correct forms of the same term. Punctuation, spaces and
leftover lines are alike if the proposal has the same title. */
function sameKey({ rule, family, concept, found, choices, decision }) {
	const { title, safety, edits } = choices[decision.choice];
	const change =
		family === "term" && concept
			? [concept.term, concept.source, decision.choice]
			: ["web", "typography"].includes(family)
				? [title]
				: [found, ...edits.flatMap(({ before, replacement }) => [before, replacement])];
	return [rule, safety, ...change].join("\0");
}

/* The undecided edits like `item`, with it, in the order of the article. */
function identical(item) {
	if (!item?.isEdit || !item.open) return [];
	const key = sameKey(item);
	return review.edits.filter((other) => other.rule === item.rule && other.open && sameKey(other) === key);
}

/* Show the other places of the current edit. */
function showSame(item) {
	const items = identical(item);
	at("same").hidden = items.length < 2;
	if (at("same").hidden) return;
	const [before, after] = phrases(item);
	const forms = formsIn(items);
	const more = forms.length > 1 ? ` and ${plural(forms.length - 1, "other form")}` : "";
	const change = after ? `“${after}” ← “${brief(before)}”` : `${item.title}: “${brief(before)}”`;
	write(at("same-name"), `${change}${more}, ${items.length} places`);
	write(at("same-accept").firstElementChild, `Accept all ${items.length}`);
	write(at("same-reject").firstElementChild, `Reject all ${items.length}`);
	showPlaces();
}

const formsIn = (items) => [...new Set(items.map((item) => item.found))];

/* List the places while the list is open: there may be thousands. */
function showPlaces() {
	const items = at("same-name").parentElement.open ? identical(current) : [];
	const isMixed = formsIn(items).length > 1;
	at("same-places").replaceChildren(
		...items.map((other) =>
			el(
				"li",
				{},
				el(
					"button",
					{ className: "link", onclick: () => select(other), disabled: other === current },
					`${review.files[1] ? `${other.file.title}, ` : ""}line ${other.line}${isMixed ? `: “${brief(other.found)}”` : ""}`,
				),
			),
		),
	);
}

/* Accept or reject the current edit and those that are identical. */
function decideSame(state) {
	const items = identical(current);
	const chosen = state === "accepted" ? review.acceptable(items) : items;
	if (chosen.length > 1) decideAll(chosen, state);
	else decide(state);
}

/* Decide `items` at once if that is safe, or after a preview. */
function decideMany(items, state) {
	rewriting.settle();
	const open = items.filter((item) => item.open);
	const isRisky = state !== "accepted" || !open.every(isSafe);
	if (open.length > 1 && isRisky) preview(open, state);
	else decideAll(open, state);
}

const VERBS = { accepted: "Accept", rejected: "Reject" };

function preview(items, state) {
	const boxes = items.map((item) => {
		const box = el("input", { type: "checkbox", checked: true });
		box.item = item;
		return box;
	});
	const chosen = () => boxes.filter((box) => box.checked).map((box) => box.item);
	const update = () => {
		const count = chosen().length;
		const doubtful = state === "accepted" ? chosen().filter((item) => !isSafe(item)).length : 0;
		write(at("bulk-note"), doubtful ? `${plural(doubtful, "edit")} of these need review one by one.` : "");
		at("bulk-go").textContent = `${VERBS[state]} ${plural(count, count && chosen().every((item) => !item.isEdit) ? "note" : "edit")}`;
		at("bulk-go").disabled = !count;
	};
	at("bulk-list").replaceChildren(
		...boxes.map((box) =>
			el(
				"li",
				{},
				el("label", {}, box, el("span", {}, ...previewOf(box.item), " ", el("small", {}, `line ${box.item.line}`))),
			),
		),
	);
	const onclick = () => {
		at("bulk").close();
		decideAll(chosen(), state);
	};
	Object.assign(at("bulk-list"), { onchange: update });
	Object.assign(at("bulk-go"), { onclick });
	write(at("bulk-title"), `${VERBS[state]} these?`);
	update();
	at("bulk").showModal();
	at("bulk-go").focus();
}

function previewOf(item) {
	if (!item.isEdit) return [item.message];
	return changeNodes(item, item.choices[item.decision.choice]);
}
