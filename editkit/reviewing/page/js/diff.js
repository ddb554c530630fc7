/* Unified diffs computed from edits, for git apply and patch. Only "\n" ends a line. */
const CONTEXT = 3;

/* `names` are the two header lines with the file name; `bom` is the byte order mark, or "". */
function unifiedDiff(names, source, edits, bom) {
	const text = bom + source.raw;
	const lines = split(text);
	const splices = ordered(edits).map(({ start, end, replacement }) => ({
		start: source.unit(start) + bom.length,
		end: source.unit(end) + bom.length,
		text: replacement,
	}));
	const blocks = changedBlocks(text, lines, splices);
	if (!blocks.length) return "";
	const written = [names];
	let shift = 0;
	for (const hunk of hunks(blocks)) {
		let at = Math.max(hunk[0].start - CONTEXT, 0);
		const end = Math.min(hunk.at(-1).end + CONTEXT, lines.length);
		const grown = hunk.reduce((sum, block) => sum + block.lines.length - (block.end - block.start), 0);
		written.push(`@@ -${range(at, end - at)} +${range(at + shift, end - at + grown)} @@\n`);
		for (const block of hunk) {
			written.push(...marked(" ", lines.slice(at, block.start)));
			written.push(...marked("-", lines.slice(block.start, block.end)), ...marked("+", block.lines));
			at = block.end;
		}
		written.push(...marked(" ", lines.slice(at, end)));
		shift += grown;
	}
	return written.join("");
}

function marked(sign, lines) {
	return lines.map(
		(line) => `${sign}${line}${line.endsWith("\n") ? "" : "\n\\ No newline at end of file\n"}`,
	);
}

function range(start, count) {
	return count === 1 ? `${start + 1}` : `${count ? start + 1 : start},${count}`;
}

function split(text) {
	const lines = text.split("\n").map((line) => `${line}\n`);
	const last = lines.pop().slice(0, -1);
	return last ? [...lines, last] : lines;
}

/* The ranges of changed lines, each with its new lines; splices that share a line form one range. */
function changedBlocks(text, lines, splices) {
	const starts = [0];
	for (const line of lines) starts.push(starts.at(-1) + line.length);
	// An insertion at the end of an unterminated last line belongs to that line.
	if (lines.length && !text.endsWith("\n")) starts[lines.length] += 1;
	const blocks = [];
	let first = 0;
	for (const splice of splices) {
		while (first < lines.length && starts[first + 1] <= splice.start) first += 1;
		let last = first;
		while (last < lines.length && starts[last + 1] <= splice.end) last += 1;
		const open = blocks.at(-1);
		if (open && first <= open.last) {
			open.last = last;
			open.splices.push(splice);
		} else blocks.push({ first, last, splices: [splice] });
	}
	return blocks.flatMap((block) => narrowed(block, text, lines, starts));
}

function narrowed(block, text, lines, starts) {
	let start = block.first;
	let end = Math.min(block.last + 1, lines.length);
	let at = starts[start];
	const pieces = [];
	for (const splice of block.splices) {
		pieces.push(text.slice(at, splice.start), splice.text);
		at = splice.end;
	}
	pieces.push(text.slice(at, starts[end]));
	let made = split(pieces.join(""));
	let same = 0;
	while (start + same < end && same < made.length && made[same] === lines[start + same]) same += 1;
	made = made.slice(same);
	start += same;
	while (end > start && made.length && made.at(-1) === lines[end - 1]) {
		made.pop();
		end -= 1;
	}
	return start < end || made.length ? [{ start, end, lines: made }] : [];
}

function hunks(blocks) {
	const grouped = [];
	for (const block of blocks) {
		const last = grouped.at(-1)?.at(-1);
		if (last && block.start - last.end <= 2 * CONTEXT) grouped.at(-1).push(block);
		else grouped.push([block]);
	}
	return grouped;
}
