/* Keys, buttons and clicks. */
const KEYS = {
	j: ["next edit", () => step(scope(), 1)],
	k: ["previous edit", () => step(scope(), -1)],
	a: ["accept, and on to the next pending edit", () => decide("accepted")],
	r: ["reject an edit or dismiss a note, and on", () => decide("rejected")],
	e: ["rewrite in place", () => rewriting.open(current)],
	u: ["undo", undo],
	U: ["redo", redo],
	s: ["the sentence, then the next one", () => stepSentence(1)],
	S: ["previous sentence", () => stepSentence(-1)],
	n: ["next note", () => step(review.notes.filter(matches), 1)],
	p: ["previous note", () => step(review.notes.filter(matches), -1)],
	i: ["accept this edit and all identical ones", () => decideSame("accepted")],
	I: ["reject this edit and all identical ones", () => decideSame("rejected")],
	"]": ["next file", () => stepFile(1)],
	"[": ["previous file", () => stepFile(-1)],
	A: ["accept all of the filter, or of this rule", () => acceptAll(review.acceptable(group()))],
	R: ["reject all of the filter, or of this rule", () => rejectAll(group())],
	f: ["this rule only, or all again", only],
	"/": ["search", () => at("search").checkVisibility() ? at("search").focus() : (at("nav").showPopover(), at("search").focus())],
	v: ["next view", nextView],
	d: ["don’t ask again", suppress],
	w: ["always right", alwaysRight],
	g: ["add to glossary", openRow],
	"?": ["this help", help],
};
const SWITCH = "editkit.review/keys";

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
	for (const [id, action] of Object.entries(CLICKS)) at(id).addEventListener("click", action);
	for (const button of all("[aria-keyshortcuts]")) {
		const key = button.getAttribute("aria-keyshortcuts");
		button.addEventListener("click", KEYS[key][1]);
		if (key !== "?") button.append(" ", el("kbd", { ariaHidden: "true" }, key));
	}
	at("tabs").append(
		...Object.keys(LISTS).map((list) => el("button", { onclick: () => showList(list) }, list)),
	);
	new ResizeObserver(([{ target }]) =>
		document.documentElement.style.setProperty("--head", `${target.offsetHeight}px`),
	).observe(document.querySelector("header"));
	for (const event of ["scroll", "resize"])
		addEventListener(event, () => requestAnimationFrame(level), { passive: true });
	at("same-name").parentElement.addEventListener("toggle", showPlaces);
	showGroupRows();
	at("sort").append(...Object.keys(SORTS).map((name) => el("option", {}, name)));
	at("sort").addEventListener("change", () => say(`Next and previous go by ${at("sort").value.toLowerCase()}.`));
	at("search").addEventListener("input", search);
	at("search").addEventListener("keydown", ({ key }) => key === "Enter" && nextFound());
	at("views").addEventListener("click", ({ target }) => target.dataset.to && setView(target.dataset.to));
	at("row").querySelector("form").addEventListener("submit", addRow);
	at("row").querySelector("form").addEventListener("input", countPlaces);
	at("articles").addEventListener("click", ({ target }) => {
		if (target.closest("#rewrite, textarea, #report, .before") || !getSelection().isCollapsed) return;
		const node = target.closest("[data-edit], [data-note], [data-more]");
		const sentence = target.closest(".s");
		if (node ?? sentence) select(node ? node.item : sentenceOf(sentence));
	});
	at("articles").addEventListener("dblclick", ({ target }) => {
		if (!target.closest(".s") || target.closest("#rewrite, textarea")) return;
		getSelection().removeAllRanges();
		rewriting.open(current);
	});
	at("keys").append(
		...Object.entries({ ...KEYS, "1 … 9": ["choose a proposal"] }).map(([key, [words]]) =>
			el("div", {}, el("dt", {}, el("kbd", {}, key)), el("dd", {}, words)),
		),
	);
	at("keys-on").addEventListener("change", ({ target }) =>
		localStorage.setItem(SWITCH, target.checked ? "on" : "off"),
	);
}
