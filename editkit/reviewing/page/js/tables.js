/* The bytes of a text in an encoding that has a table; throws an Error that names a lacking character. */
function tableBytes(text, encoding) {
	const { rows, more } = facts.encodings[encoding];
	const known = new Map(Object.entries(more));
	for (const [lead, chars] of Object.entries(rows)) {
		let byte = lead ? 0x40 : 0x80;
		for (const char of chars) known.set(char, lead ? [Number(lead), byte++] : [byte++]);
	}
	known.delete("\ufffd");
	return Uint8Array.from(
		[...text].flatMap((char) => {
			const point = char.codePointAt(0);
			const bytes = point < 0x80 ? [point] : (known.get(char) ?? fourBytes(point, encoding));
			if (!bytes) throw new Error(`the encoding of the file, ${encoding}, has no “${char}”`);
			return bytes;
		}),
	);
}

/* The bytes of a character beyond U+FFFF in GB18030. */
function fourBytes(point, encoding) {
	if (encoding !== "GB18030" || point < 0x10000) return undefined;
	const at = point - 0x10000;
	return [0x90 + Math.floor(at / 12600), 0x30 + (Math.floor(at / 1260) % 10), 0x81 + (Math.floor(at / 10) % 126), 0x30 + (at % 10)];
}
