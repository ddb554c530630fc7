/* Rows of a change report: the changes of a line, before and after; those of `change_report/rows.py`. */
const AROUND = 30;
const HAN = /[\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/.source;
const TOKEN = new RegExp(`${HAN}|[\\p{L}\\p{N}_]+|\\s|[^]`, "gu");
const WORD = new RegExp(`(?!${HAN})[\\p{L}\\p{N}]`, "u");
const LONGEST_WORD = 30;
const NAMED = /(?:\r\n|\r|\n)+|\t+|\u00a0+|\u200b+|\u00ad+|\u202f+|\u3000+|^ +$/g;
const SIGNS = {
	"\n": "line end",
	"\r": "line end",
	"\t": "tab",
	"\u00a0": "non-breaking space",
	"\u200b": "zero-width space",
	"\u00ad": "soft hyphen",
	"\u202f": "narrow non-breaking space",
	"\u3000": "ideographic space",
	" ": "space",
};
const LINE_END = /\r\n|\r|\n/g;

const nameHidden = (text) =>
	text.replace(NAMED, (found) => {
		const count = (found.match(LINE_END) ?? found).length;
		return count === 1 ? `⟨${SIGNS[found[0]]}⟩` : `⟨${count} ${SIGNS[found[0]]}s⟩`;
	});

/* The rows of a file: for each line with changes, its number, two cells of pairs of a tag and a text, and items. */
function reportRows({ source }, items) {
	const { raw } = source;
	const starts = [0, ...Array.from(raw.matchAll(LINE_END), (end) => end.index + end[0].length)];
	const rows = [];
	let line = 0;
	for (const passage of passages(source, items)) {
		while (line < starts.length && starts[line] <= passage.start) line += 1;
		if (rows.at(-1)?.line === line) rows.at(-1).passages.push(passage);
		else rows.push({ line, passages: [passage] });
	}
	return rows.map((row) => filled(row, raw, starts[row.line - 1], starts[row.line] ?? raw.length));
}

/* The changed words, without those at the edges that did not change. */
function passages(source, items) {
	const { raw } = source;
	const splices = items.flatMap((item) =>
		item.made
			.filter((edit) => edit.before !== edit.replacement)
			.map((edit) => ({ start: source.unit(edit.start), end: source.unit(edit.end), text: edit.replacement, item })),
	);
	splices.sort((a, b) => a.start - b.start || a.end - b.end);
	const groups = [];
	for (const splice of splices) {
		const [start, end] = wholeWords(raw, splice);
		const last = groups.at(-1);
		if (!last || start > last.end) groups.push({ start, end, splices: [splice] });
		else {
			last.end = Math.max(last.end, end);
			if (last.splices.some((each) => same({ ...each, replacement: each.text }, { ...splice, replacement: splice.text })))
				last.splices.at(-1).also = [...(last.splices.at(-1).also ?? []), splice.item];
			else last.splices.push(splice);
		}
	}
	return groups.map((group) => trimmed(raw, group));
}

function wholeWords(raw, { start, end }) {
	// A line that is removed with its line end does not touch the words of the adjacent lines.
	const text = raw.slice(start, end);
	const isLine = text.replace(/[\r\n]/g, "") !== "";
	return [
		isLine && /^[\r\n]/.test(text) ? start : wordStart(raw, start),
		isLine && /[\r\n]$/.test(text) ? end : wordEnd(raw, end),
	];
}

function wordStart(raw, at) {
	let start = at;
	while (start && at - start <= LONGEST_WORD && WORD.test(raw[start - 1])) start -= 1;
	return at - start > LONGEST_WORD ? at : start;
}

function wordEnd(raw, at) {
	let end = at;
	while (end < raw.length && end - at <= LONGEST_WORD && WORD.test(raw[end])) end += 1;
	return end - at > LONGEST_WORD ? at : end;
}

function trimmed(raw, { start, end, splices }) {
	let text = "";
	let at = start;
	for (const splice of splices) {
		text += raw.slice(at, splice.start) + splice.text;
		at = splice.end;
	}
	const [old, made] = [raw.slice(start, end), text + raw.slice(at, end)].map((each) => each.match(TOKEN) ?? []);
	const most = Math.min(old.length, made.length);
	let head = 0;
	while (head < most && old[head] === made[head]) head += 1;
	let tail = 0;
	while (tail < most - head && old.at(-1 - tail) === made.at(-1 - tail)) tail += 1;
	let gone = old.slice(head, old.length - tail).join("");
	const come = made.slice(head, made.length - tail).join("");
	let from = start + old.slice(0, head).join("").length;
	if (!come && gone.trim()) {
		// A removed line is shown without its line ends.
		from += gone.match(/^[\r\n]*/)[0].length;
		gone = gone.replace(/^[\r\n]+|[\r\n]+$/g, "");
	}
	const items = splices.flatMap(({ item, also = [] }) => [item, ...also]);
	return { start: from, end: from + gone.length, gone, come, items };
}

function filled({ line, passages }, raw, start, end) {
	const [before, after] = [[], []];
	let at = start;
	for (const passage of passages) {
		const gap = raw.slice(at, passage.start).replace(LINE_END, " ");
		let context = lastWords(gap);
		if (at > start) context = gap.length <= 2 * AROUND ? gap : `${firstWords(gap)} ${context}`;
		before.push(["", context], ["del", nameHidden(passage.gone)]);
		after.push(["", context], ["ins", nameHidden(passage.come)]);
		at = passage.end;
	}
	const rest = firstWords(raw.slice(at, end).replace(/[\r\n]+$/, "").replace(LINE_END, " "));
	const items = [...new Set(passages.flatMap((passage) => passage.items))];
	return { line, before: [...before, ["", rest]], after: [...after, ["", rest]], items };
}

function lastWords(text) {
	if (text.length <= AROUND) return text;
	const cut = text.slice(-AROUND);
	return `…${cut.slice(cut.indexOf(" ") + 1) || cut}`;
}

function firstWords(text) {
	if (text.length <= AROUND) return text;
	const cut = text.slice(0, AROUND);
	return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 0)) || cut}…`;
}
