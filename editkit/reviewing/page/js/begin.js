/* First and last screen: what to do, that an article is clean, and the next step when all is decided. */
const BEGUN = "editkit.review/begun";

function showStart() {
	const isClean = !review.items.length;
	at("narrowing").hidden = isClean;
	at("clean").hidden = !isClean || !sentences.length;
	at("begin").hidden = isClean || hasBegun() || review.items.some((item) => !item.open);
}

const hasBegun = () => drafts.tried(() => localStorage.getItem(BEGUN));

function dismissStart() {
	at("begin").hidden = true;
	drafts.tried(() => localStorage.setItem(BEGUN, "yes"));
	if (current) select(current);
}

/* The one next step when no edit is left: its words, and what it does. */
function nextStep() {
	const note = review.notes.find((item) => item.open);
	const isChanged = review.files.some((file) => review.made(file).length);
	if (faulty().length) return ["Show the new issue", nextFault];
	if (note) return ["Go to the next note", () => select(note)];
	if (store !== browserStore) return [isChanged ? "Apply now" : "", () => server.run("apply")];
	if (!isChanged || !review.files.every(isWhole)) return ["Save the decisions", saveDecisions];
	return ["Save the corrected text", saveText];
}

/* Show how the edits were decided and the next step, once none is left. */
function showFinish() {
	const edits = review.files.flatMap(itemsOf).filter((item) => item.isEdit || item.isRewritten);
	const open = review.notes.filter((item) => item.open).length;
	const isDone = edits.every((item) => !item.open) && (review.edits.length > 0 || !open);
	at("finish").hidden = !isDone || !review.items.length;
	if (at("finish").hidden) return;
	at("begin").hidden = true;
	const tally = (state) => edits.filter((item) => item.state === state).length;
	const faults = faulty().length;
	const lines = [
		`${tally("accepted")} accepted, ${tally("rejected")} rejected, ${tally("rewritten")} rewritten.`,
		open && `${plural(open, "note")} left.`,
		faults && `${plural(faults, "decision")} with a new issue.`,
		store === browserStore && !review.files.every(isWhole) && "Then run `editkit apply` with the file.",
	];
	write(
		at("finish-title"),
		review.edits.length ? `${plural(review.edits.length, "edit")} decided` : "No notes left",
	);
	at("finish-lines").replaceChildren(...lines.filter(Boolean).map(listItem));
	const [words, action] = nextStep();
	Object.assign(at("next-step"), { textContent: words, onclick: action, hidden: !words });
}
