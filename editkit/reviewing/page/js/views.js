/* Views of the article: edits, side by side, source, final text, report. */
function setView(name) {
	rewriting.settle();
	document.body.dataset.view = name;
	softenAll();
	all(".several").forEach(arrange);
	for (const button of at("views").children) button.ariaPressed = String(button.dataset.to === name);
	all(".before").forEach((node) => node.remove());
	const beside = name === "sides" || name === "source";
	document.body.classList.toggle("beside", beside);
	if (beside) fillBeside(name);
	at("report").hidden = name !== "report";
	if (name === "report") buildReport();
	if (current && name !== "report") reveal(current.node);
}

function nextView() {
	const names = [...at("views").children].map((button) => button.dataset.to);
	setView(names[(names.indexOf(document.body.dataset.view) + 1) % names.length]);
}

function fillBeside(name) {
	review.files.forEach((file, number) => {
		const blocks = all(`[data-file="${number}"] .block`);
		const edits =
			name === "sides" ? file.items.filter((item) => item.isEdit).flatMap((item) => item.pieces) : [];
		edits.sort((a, b) => a.start - b.start);
		let next = 0;
		for (const block of blocks) {
			const [start, end] = [Number(block.dataset.start), Number(block.dataset.end)];
			const here = [];
			for (; next < edits.length && edits[next].start < end; next += 1) here.push(edits[next]);
			const original = name === "source" ? originalIn(file, start, end) : beforeText(file, start, end, here);
			block.before(el("div", { className: `before ${block.classList[1]}`, dir: "auto" }, ...original));
		}
	});
}

function originalIn(file, start, end) {
	return file.originals.filter(([from]) => from >= start && from < end).map(([, text]) => `${text} `);
}

/* The source of a block, with the text that edits change marked. */
function beforeText(file, start, end, pieces) {
	const nodes = [];
	let from = start;
	for (const piece of pieces) {
		if (piece.end <= from) continue;
		nodes.push(file.source.slice(from, Math.max(from, piece.start)));
		nodes.push(el("del", {}, file.source.slice(Math.max(from, piece.start), piece.end)));
		from = piece.end;
	}
	return [...nodes, file.source.slice(from, Math.max(from, end))];
}
