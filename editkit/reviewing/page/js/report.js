/* Change report for a client, with the structure of `change_report/changes.html`. */
const WEIGHTS = ["critical", "major", "minor", "info"];
const REWRITTEN = "Rewritten by the editor";

/* What a report says about the issue of an item. */
const detailsOf = (item) => ({
	kind: facts.kinds[item.rule] ?? item.rule,
	message: item.message,
	severity: item.severity,
	...(item.concept?.term && { term: item.concept.term }),
});

function reportCell(runs) {
	const told = runs.some(([, text]) => text.trim()) ? runs.filter(([, text]) => text) : [["em", "nothing"]];
	return el("td", { dir: "auto" }, ...told.map(([tag, text]) => (tag ? el(tag, {}, text) : text)));
}

function reasonOf(item) {
	return [item.isRewritten && REWRITTEN, item.isOwn ? "" : item.message || detailsOf(item).kind].filter(Boolean).join(": ");
}

function reportTable(columns, rows) {
	const head = columns.map(([name, className]) => el("th", { scope: "col", className }, name));
	return el("table", {}, el("thead", {}, el("tr", {}, ...head)), el("tbody", {}, ...rows));
}

function changesTable(file, items) {
	const rows = reportRows(file, items).map((row) => {
		const reasons = [...new Set(row.items.map(reasonOf).filter(Boolean))];
		const reason = el("td", { dir: "auto" }, ...reasons.map((each) => el("p", {}, each)));
		return el("tr", {}, el("td", {}, String(row.line)), reportCell(row.before), reportCell(row.after), reason);
	});
	const columns = [["Line", "line"], ["Before", "third"], ["After", "third"], ["Reason", "third"]];
	return rows.length ? [reportTable(columns, rows)] : [];
}

const bySize = ([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1);

/* Counts by kind, with the terms; the most frequent kind comes first. */
function kindsTable(items) {
	const kinds = Map.groupBy(items, (item) => (item.isOwn ? REWRITTEN : detailsOf(item).kind));
	const rows = [...kinds].toSorted(bySize).map(([kind, ofKind]) => {
		const terms = Map.groupBy(
			ofKind.filter(({ concept }) => concept?.term),
			({ concept }) => concept.term,
		);
		const counted = [...terms]
			.toSorted(bySize)
			.map(([term, { length }]) => (length === 1 ? term : `${term} (${length})`));
		const severities = WEIGHTS.filter((weight) => ofKind.some(({ severity }) => severity === weight));
		return el(
			"tr",
			{},
			...[kind, counted.join(", ")].map((text) => el("td", { dir: "auto" }, text)),
			...[severities.join(", "), String(ofKind.length)].map((text) => el("td", {}, text)),
		);
	});
	return reportTable([["Kind", "kind"], ["Terms", "terms"], ["Severity", "small"], ["Changes", "small"]], rows);
}

function reportFacts(items) {
	const { project, glossaries } = facts.report;
	const files = new Set(review.files.map(({ path }) => path)).size;
	const weights = WEIGHTS.map((weight) => [items.filter((item) => item.severity === weight).length, weight]);
	const lines = {
		Project: project,
		Date: new Date().toLocaleDateString("sv"),
		Glossary: glossaries?.join(", "),
		Changes: `${plural(items.length, "change")} in ${plural(files, "file")}`,
		Severity: weights.filter(([count]) => count).map((each) => each.join(" ")).join(", "),
		"Checked with": `${review.tool.name} ${review.tool.version}`,
	};
	const shown = Object.entries(lines).filter(([, value]) => value);
	return el(
		"dl",
		{ className: "facts" },
		...shown.map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", { dir: "auto" }, value))),
	);
}

function buildReport() {
	const made = review.files.map((file) => [file, review.decided(file).filter((item) => item.made.length)]);
	const items = made.flatMap(([, ofFile]) => ofFile);
	const state = (name) => review.items.filter((item) => item.state === name).length;
	at("report").replaceChildren(
		el("h2", { id: "report-title", className: "head" }, "Change report: ", el("bdi", {}, facts.report.title ?? document.querySelector("h1").textContent)),
		reportFacts(items),
		el("p", { className: "quiet screen" }, `Not in this report: ${state("rejected")} rejected, ${state("pending")} undecided.`),
		...(items.length ? [el("h3", {}, "Changes by kind"), kindsTable(items)] : []),
		...made.flatMap(([file, ofFile]) => [
			el("h3", {}, el("bdi", {}, file.title), ` · ${plural(ofFile.length, "change")}`),
			...changesTable(file, ofFile),
		]),
	);
}

function printReport() {
	setView("report");
	print();
}
