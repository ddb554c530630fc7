/* The card of the current issue: title, change in whole phrases, why; on wide screens, level with its line. */
const LONGEST_PHRASE = 160;

/* The name of a rule in lists and chips: its title; an engine's rule has its id. */
const ruleName = ({ rule }) => (rule === null || rule.includes("/") ? rule : titleOf({ rule }));

const titleOf = ({ rule }) => facts.kinds[rule] ?? rule;

/* The flagged phrase and what `edits` make of it; edits change only some of its letters. */
function phrases(item, edits = item.edits()) {
	const start = Math.min(item.start, ...edits.map((edit) => edit.start));
	const end = Math.max(item.end, ...edits.map((edit) => edit.end));
	const { source } = item.file;
	return [source.slice(start, end).trim(), source.spliced(edits, start, end).trim()];
}

/* A proposal as a change of whole words; if that is long or only spaces change, its title. */
function changeNodes(item, choice) {
	const { source } = item.file;
	const inside = item.pieces.filter((piece) =>
		choice.edits.some((edit) => edit.start >= piece.start && edit.end <= piece.end),
	);
	const start = Math.min(item.start, ...inside.map((piece) => piece.start));
	const end = Math.max(item.end, ...inside.map((piece) => piece.end));
	const [before, after] = [source.slice(start, end), source.spliced(choice.edits, start, end)];
	const isPlain = before.length <= LONGEST_PHRASE && !/[\r\n]/.test(before + after) && !HIDDEN.test(before + after);
	const hasWords = before.replace(/\s/gu, "") !== after.replace(/\s/gu, "");
	return isPlain && hasWords ? diffNodes(before, after) : [choice.title];
}

function showRule(item) {
	write(at("issue-rule"), item.isOwn ? "Sentence" : titleOf(item));
	const facts = item.isOwn
		? []
		: [
				item.rule,
				IN_WORDS[item.severity],
				CONFIDENCE[item.confidence].toLowerCase(),
				item.experimental && "experimental",
			];
	write(at("issue-facts"), facts.filter(Boolean).join(" · "));
}

/* The reason for the rule in two lines; a button shows the rest. */
function showWhy(item) {
	section("issue-why", facts.rules[item.rule]?.rationale);
	const why = at("issue-why").lastElementChild;
	why.className = "two-lines";
	at("more-why").hidden = at("issue-why").hidden || why.scrollHeight <= why.clientHeight + 1;
}

function wholeWhy() {
	at("issue-why").lastElementChild.className = "";
	at("more-why").hidden = true;
}

/* Move the card next to the current line, as far as its whole height fits into the window. */
function level() {
	const isBeside = getComputedStyle(aside).position === "sticky";
	if (!isBeside || !current?.node) return aside.style.removeProperty("--level");
	const box = aside.getBoundingClientRect();
	const height = [...aside.children].reduce((sum, node) => sum + node.offsetHeight, 0);
	const room = innerHeight - box.top - height - 20;
	const wanted = current.node.getBoundingClientRect().top - box.top - 12;
	return aside.style.setProperty("--level", `${Math.max(0, Math.min(wanted, room))}px`);
}
