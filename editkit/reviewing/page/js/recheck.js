/* Check of decided paragraphs by the server, with all checks, after a pause in the decisions. */
const PAUSE = 400;
const MOST_PARAGRAPHS = 20;
const rechecks = { blocks: new Set(), timer: 0, running: false, said: "" };

recheck = (blocks) => {
	for (const block of blocks) if (block) rechecks.blocks.add(block);
	awaitPause(PAUSE);
};

function awaitPause(pause) {
	clearTimeout(rechecks.timer);
	if (rechecks.blocks.size) rechecks.timer = setTimeout(askAgain, pause);
}

/* Ask about some of the paragraphs, one request at a time, until none is left. */
async function askAgain() {
	if (rechecks.running) return;
	rechecks.running = true;
	const [first] = rechecks.blocks;
	const asked = [...rechecks.blocks].filter((block) => fileOf(block) === fileOf(first)).slice(0, MOST_PARAGRAPHS);
	for (const block of asked) rechecks.blocks.delete(block);
	let pause = 0;
	try {
		sayFailure(await askAbout(fileOf(first), asked));
	} catch {
		// The server is away, which the banner says.
		for (const block of asked) rechecks.blocks.add(block);
		pause = EVERY;
	}
	rechecks.running = false;
	awaitPause(pause);
}

/* Mark the new issues of paragraphs; returns why the server could not check them, or "". */
async function askAbout({ path, part, sha256 }, blocks) {
	const made = new Map(blocks.map((block) => [block, madeIn(block, itemsIn(block))]));
	const decided = blocks.filter((block) => made.get(block).length);
	if (!decided.length) return "";
	const paragraphs = decided.map((block) => {
		const [start, end] = rangeOf(block);
		return { start, end, edits: made.get(block).map(({ edit }) => edit) };
	});
	const { status, error, faults, notices } = await server.ask("POST", "check", { path, part, sha256, paragraphs });
	if (status !== 200) return error;
	decided.forEach((block, number) => {
		// A decision since has asked again.
		if (!faults || rechecks.blocks.has(block)) return;
		const found = faults[number].map(({ edit, message }) => [made.get(block)[edit].item, newIssue(message)]);
		markFaults(itemsIn(block), found);
		if (current?.fault && blocks.includes(current.node.closest(".block"))) showIssue(current);
	});
	count();
	return notices[0] ?? "";
}

const newIssue = (message) => `New issue: ${message.replace(/\.$/, "")}`;

/* Say a failure once, not after each decision. */
function sayFailure(reason) {
	if (reason && reason !== rechecks.said) say(`Not all checks ran on your decisions: ${reason}`);
	rechecks.said = reason;
}
