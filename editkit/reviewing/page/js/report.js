/* Change report for a client: changes, positions and reasons. */
const AROUND = 40;

function buildReport() {
	const made = review.files.map((file) => [file, review.decided(file).filter((item) => item.made.length)]);
	const state = (name) => review.items.filter((item) => item.state === name).length;
	const changes = made.reduce((sum, [, items]) => sum + items.length, 0);
	const counts = `${plural(changes, "change")} made, ${state("rejected")} proposals rejected, ${state("pending")} undecided.`;
	const tables = made
		.filter(([, items]) => items.length)
		.flatMap(([file, items]) => [
			el("h3", {}, el("bdi", {}, file.title)),
			el(
				"table",
				{},
				head("Line", "Before", "After", "Why"),
				el("tbody", {}, ...items.map((item) => reportRow(file, item))),
			),
		]);
	at("report").replaceChildren(
		el("h2", { id: "report-title" }, "Report of changes"),
		el("p", { className: "quiet" }, `${new Date().toISOString().slice(0, 10)} · ${counts}`),
		...tables,
	);
}

function head(...names) {
	return el("thead", {}, el("tr", {}, ...names.map((name) => el("th", { scope: "col" }, name))));
}

function reportRow(file, item) {
	const edits = item.made;
	const [start, end] = [
		Math.min(...edits.map((edit) => edit.start)),
		Math.max(...edits.map((edit) => edit.end)),
	];
	const lead = file.source
		.slice(Math.max(0, start - AROUND), start)
		.replace(start > AROUND ? /^[^]*[\r\n]|^\S*\s/ : /^[^]*[\r\n]/, "");
	const rest = file.source.slice(end, end + AROUND).replace(/[\r\n][^]*$|(?<=^[^]{20,})\s\S*$/, "");
	const cells = wordDiff(file.source.slice(start, end), file.source.spliced(edits, start, end));
	const side = (tag) => [
		lead,
		...cells
			.filter(([kind]) => !kind || kind === tag)
			.map(([kind, text]) => (kind ? el(kind, {}, text) : text)),
		rest,
	];
	const why = [item.isRewritten && "Rewritten by the editor", item.message].filter(Boolean).join(": ");
	const cell = (...nodes) => el("td", { dir: "auto" }, ...nodes);
	return el("tr", {}, cell(String(item.line)), cell(...side("del")), cell(...side("ins")), cell(why));
}

function printReport() {
	setView("report");
	print();
}
