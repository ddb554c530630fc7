/* Side panel: the current issue, its proposals and details. */
function showIssue(item) {
	const { isEdit, isOwn, file, message } = item;
	at("issue").hidden = false;
	const list = isEdit ? review.edits : review.notes;
	const number = isOwn
		? "Sentence"
		: `${isEdit ? "Edit" : "Note"} ${list.indexOf(item) + 1} of ${list.length}`;
	at("issue-state").textContent = stateName(item);
	at("issue-state").dataset.state = item.state;
	write(
		at("issue-where"),
		`${number} · ${review.files.length > 1 ? `${file.title}, ` : ""}line ${item.line}`,
	);
	showRule(item);
	write(at("issue-message"), isOwn ? "Edit this sentence." : message);
	section("issue-fault", item.fault && `${item.fault}.`);
	section("issue-excludes", excludes(item));
	showChoices(item);
	section("issue-original", originalOf(item));
	showWhy(item);
	showConcept(item.concept);
	showRelated(item);
	showSame(item);
	showGroups(item);
	at("accept").disabled = !isEdit;
	at("reject").disabled = isOwn && item.open;
	at("reject").firstElementChild.textContent = isOwn ? "Restore" : isEdit ? "Reject" : "Dismiss";
	at("more").hidden = isOwn;
}

/* What a decision about an item does to other edits of the same words. */
function excludes(item) {
	if (!item.isEdit || item.isOwn) return "";
	if (item.excludedBy)
		return `Excluded by ${item.excludedBy.change}. Accept this one to undo that.`;
	const isMade = item.made.length > 0;
	const names = item.alternatives
		.filter((rival) => (isMade ? rival.excludedBy === item : rival.open))
		.map((rival) => rival.change);
	return names.length ? `${isMade ? "Excludes" : "If accepted, excludes"} ${[...new Set(names)].join(", ")}.` : "";
}

function section(id, text) {
	at(id).hidden = !text;
	write(at(id).lastElementChild, text);
}

/* The original paragraph or segment of the item's position. */
function originalOf({ file, pieces }) {
	return file.originals.findLast(([start]) => start <= pieces[0].start)?.[1];
}

function showConcept(concept) {
	at("issue-concept").hidden = !concept;
	const rows = Object.entries({ Term: concept?.term, Source: concept?.source, Note: concept?.note }).filter(
		([, value]) => value,
	);
	at("issue-concept").lastElementChild.replaceChildren(
		...rows.map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", { dir: "auto" }, value))),
	);
}

function showRelated(item) {
	const related = item.related.map(({ path, part, line, start, end, message }) => {
		const file = path ? review.files.find((other) => other.path === path && other.part === part) : item.file;
		const text = [path ? (file?.title ?? path) : `Line ${line}`, message].filter(Boolean).join(": ");
		return file ? el("button", { className: "link", onclick: () => goTo(file, start, end) }, text) : text;
	});
	const also = item.also.map((rule) => `Also found by ${rule}`);
	const rows = [...related, ...also].map(listItem);
	at("issue-related").hidden = !rows.length;
	at("issue-related").lastElementChild.replaceChildren(...rows);
}

/* The rows are kept while the item is current, so that arrow keys can move between them. */
function showChoices(item) {
	const box = at("issue-choices");
	const own = item.isRewritten;
	box.hidden = !item.isEdit;
	if (box.item !== item) {
		box.item = item;
		box.lastElementChild.replaceChildren(
			...item.choices.map((choice, number) => {
				const input = el("input", {
					type: "radio",
					name: "choice",
					hidden: item.choices.length === 1,
					onchange: () => choose(item, number),
				});
				const change = el("bdi", { className: "change" }, ...changeNodes(item, choice));
				const title = el("span", {}, change, " ", el("small", {}, SAFETY[choice.safety].toLowerCase()));
				return el("label", {}, input, title);
			}),
		);
	}
	box.querySelectorAll("input").forEach((input, number) => {
		input.checked = !own && number === item.decision.choice;
	});
	section("issue-own", own && `Your text: “${item.decision.texts.join(" … ")}”`);
}

/* Groups that can be decided at once: the filter or, without one, the rule and the term. */
function showGroups(item) {
	const alike = ["rule", "term"]
		.filter((key) => item[key])
		.map((key) => [
			key === "rule" ? ruleName(item) : item.term,
			(other) => other[key] === item[key],
		]);
	const groups = filter.size ? [[`the filter “${filterName()}”`, matches]] : alike;
	at("groups").replaceChildren(
		...groups.flatMap(([name, belongs]) => {
			const pending = review.items.filter((other) => belongs(other) && other.open);
			const free = review.acceptable(pending);
			if (pending.length < 2) return [];
			const button = (verb, items, action) =>
				el(
					"button",
					{
						disabled: !items.length,
						ariaLabel: `${verb} all ${items.length} of ${name}`,
						onclick: () => action(items),
					},
					`${verb} all ${items.length}`,
				);
			return el(
				"p",
				{ className: "group" },
				el("bdi", {}, name),
				button("Accept", free, acceptAll),
				button("Reject", pending, rejectAll),
			);
		}),
	);
}
