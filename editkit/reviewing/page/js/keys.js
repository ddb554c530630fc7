/* Keys, buttons and clicks. */
const KEYS = {
	j: ["next edit", () => step(scope(), 1)],
	k: ["previous edit", () => step(scope(), -1)],
	a: ["accept and go to next", () => decide("accepted")],
	r: ["reject or dismiss and go to next", () => decide("rejected")],
	e: ["rewrite in place", () => rewriting.open(current)],
	u: ["undo", undo],
	U: ["redo", redo],
	s: ["select the sentence, then the next", () => stepSentence(1)],
	S: ["previous sentence", () => stepSentence(-1)],
	n: ["next note", () => step(review.notes.filter(matches), 1)],
	p: ["previous note", () => step(review.notes.filter(matches), -1)],
	i: ["accept this edit and all identical ones", () => decideSame("accepted")],
	I: ["reject this edit and all identical ones", () => decideSame("rejected")],
	A: ["accept all in the filter or of this rule", () => acceptAll(review.acceptable(group()))],
	R: ["reject all in the filter or of this rule", () => rejectAll(group())],
	f: ["filter by this rule, or clear the filter", only],
	"/": ["search", toSearch],
	v: ["next view", nextView],
	d: ["ignore in future", suppress],
	w: ["add to word list", alwaysRight],
	g: ["add to glossary", openRow],
	"?": ["show this help", help],
};
const SWITCH = "editkit.review/keys";

function toSearch() {
	if (!at("search").checkVisibility()) at("nav").showPopover();
	at("search").focus();
}

function only() {
	if (filter.size) clearFilters();
	else if (current?.rule) narrow("Rule", ruleName(current));
}

function help() {
	if (at("help").open) at("help").close();
	else at("help").showModal();
}

document.addEventListener("keydown", (event) => {
	const { key, target, shiftKey } = event;
	if (event.isComposing || event.altKey) return;
	if (event.ctrlKey || event.metaKey) {
		if (key.toLowerCase() !== "z" || target.matches("textarea, input")) return;
		event.preventDefault();
		if (shiftKey) redo();
		else undo();
		return;
	}
	const modal = document.querySelector("dialog[open]");
	if (rewriting.item && !modal && (key === "Escape" || target.matches("textarea"))) {
		if (key === "Escape") leaveRewrite();
		else if (key === "Enter" && !shiftKey) rewriting.finish();
		else return;
		event.preventDefault();
		return;
	}
	const action = /^[1-9]$/.test(key) ? () => choose(current, Number(key) - 1) : KEYS[key]?.[1];
	if (!action || target.matches("input:not([type=radio], [type=checkbox])") || !at("keys-on").checked) return;
	if (modal && !(key === "?" && modal === at("help"))) return;
	event.preventDefault();
	action();
});

const CLICKS = {
	"rewrite-keep": rewriting.finish,
	"rewrite-leave": leaveRewrite,
	"help-close": help,
	"all-safe": () => acceptAll(safeOnes()),
	optional: () => showOptional(!optionalShown),
	faults: nextFault,
	begun: dismissStart,
	"more-why": wholeWhy,
	"save-decisions": saveDecisions,
	"save-text": saveText,
	"save-diff": saveDiff,
	print: printReport,
	"choose-safe": () => preview(safeOnes(), "accepted"),
	"undo-last": undo,
	"bulk-close": () => at("bulk").close(),
	"row-close": () => at("row").close(),
};

function listen() {
	for (const [id, action] of Object.entries(CLICKS)) at(id).onclick = action;
	for (const button of all("[aria-keyshortcuts]")) {
		const key = button.getAttribute("aria-keyshortcuts");
		[, button.onclick] = KEYS[key];
		if (key !== "?") button.append(" ", el("kbd", { ariaHidden: "true" }, key));
	}
	at("tabs").append(
		...Object.keys(LISTS).map((list) => el("button", { onclick: () => showList(list) }, list)),
	);
	new ResizeObserver(([{ target }]) =>
		document.documentElement.style.setProperty("--head", `${target.offsetHeight}px`),
	).observe(header);
	for (const event of ["scroll", "resize"])
		addEventListener(event, () => requestAnimationFrame(level), { passive: true });
	at("same-name").parentElement.ontoggle = showPlaces;
	showGroupRows();
	at("sort").append(...Object.keys(SORTS).map((name) => el("option", {}, name)));
	at("sort").onchange = () => say(`Sorted by ${at("sort").value.toLowerCase()}.`);
	at("search").oninput = search;
	at("search").onkeydown = ({ key }) => {
		if (key === "Enter") nextFound();
	};
	at("views").onclick = ({ target }) => target.dataset.to && setView(target.dataset.to);
	rowForm.onsubmit = addRow;
	rowForm.oninput = countPlaces;
	at("articles").onclick = ({ target }) => {
		if (target.closest("#rewrite, textarea, #report, .before") || !getSelection().isCollapsed) return;
		const node = target.closest("[data-edit], [data-note], [data-more]");
		const sentence = target.closest(".s");
		if (node ?? sentence) select(node ? node.item : sentenceOf(sentence));
	};
	at("articles").ondblclick = ({ target }) => {
		if (!target.closest(".s") || target.closest("#rewrite, textarea")) return;
		getSelection().removeAllRanges();
		rewriting.open(current);
	};
	at("keys").append(
		...Object.entries({ ...KEYS, "1 … 9": ["choose a proposal"] }).map(([key, [words]]) =>
			el("div", {}, el("dt", {}, el("kbd", {}, key)), el("dd", {}, words)),
		),
	);
	at("keys-on").onchange = ({ target }) => localStorage.setItem(SWITCH, target.checked ? "on" : "off");
}
