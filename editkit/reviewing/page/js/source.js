/* The source of a file; converts between code points (JSON) and UTF-16 units (JavaScript). */
class Source {
	constructor(raw) {
		this.raw = raw;
		this.wide = [];
		let at = 0;
		for (const char of raw) {
			if (char.length === 2) this.wide.push(at);
			at += 1;
		}
		this.newline = raw.includes("\r\n") ? "\r\n" : raw.includes("\n") || !raw.includes("\r") ? "\n" : "\r";
	}

	unit(codePoint) {
		let low = 0;
		let high = this.wide.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (this.wide[middle] < codePoint) low = middle + 1;
			else high = middle;
		}
		return codePoint + low;
	}

	line(codePoint) {
		return this.slice(0, codePoint).split(/\r\n|\r|\n/).length;
	}

	slice(start, end) {
		return this.raw.slice(this.unit(start), this.unit(end));
	}

	/* The source from `start` to `end` with the edits inside it applied; they must not overlap. */
	spliced(edits, start = 0, end = Infinity) {
		const pieces = [];
		let at = this.unit(start);
		for (const edit of ordered(edits)) {
			if (edit.start < start || edit.end > end) continue;
			pieces.push(this.raw.slice(at, this.unit(edit.start)), edit.replacement);
			at = this.unit(edit.end);
		}
		pieces.push(this.raw.slice(at, end === Infinity ? undefined : this.unit(end)));
		return pieces.join("");
	}
}

/* Edits sorted by position, without duplicates. */
function ordered(edits) {
	const sorted = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
	return sorted.filter((edit, at) => !at || !same(edit, sorted[at - 1]));
}

function same(a, b) {
	return a.start === b.start && a.end === b.end && a.replacement === b.replacement;
}

/* Whether two edits overlap; adjacent ones do not. */
function clash(a, b) {
	if (same(a, b)) return false;
	if (a.start === a.end && b.start === b.end) return a.start === b.start;
	return a.start < b.end && b.start < a.end;
}

function encoded(text, encoding, bom) {
	if (!encoding.startsWith("utf-")) return new Blob([tableBytes(text, encoding)]);
	if (!encoding.startsWith("utf-16")) return new Blob([Uint8Array.from(bom), text]);
	const view = new DataView(new ArrayBuffer(2 * text.length));
	const little = encoding.endsWith("le");
	for (let at = 0; at < text.length; at += 1) view.setUint16(2 * at, text.charCodeAt(at), little);
	return new Blob([Uint8Array.from(bom), view.buffer]);
}
