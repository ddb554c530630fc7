/* ZIP archives without compression (APPNOTE.TXT of PKWARE, 4.3). */
const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
	let value = byte;
	for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
	return value;
});

function crc32(bytes) {
	let value = ~0;
	for (const byte of bytes) value = (value >>> 8) ^ CRC_TABLE[(value ^ byte) & 255];
	return ~value >>> 0;
}

/* The bytes of numbers, given as pairs of a size in bytes and a value. */
function littleEndian(...fields) {
	return Uint8Array.from(
		fields.flatMap(([size, value]) => Array.from({ length: size }, (_, at) => (value >>> (8 * at)) & 255)),
	);
}

/* Date and time in the format of MS-DOS. */
function dosTime(day) {
	const time = (day.getHours() << 11) | (day.getMinutes() << 5) | (day.getSeconds() >> 1);
	return [
		[2, time],
		[2, ((day.getFullYear() - 1980) << 9) | ((day.getMonth() + 1) << 5) | day.getDate()],
	];
}

/* An archive of `entries`, pairs of a path and a blob. */
async function zipped(entries) {
	const [locals, centrals] = [[], []];
	const made = dosTime(new Date());
	let at = 0;
	const contents = await Promise.all(entries.map(([, blob]) => blob.arrayBuffer()));
	entries.forEach(([path], number) => {
		const name = new TextEncoder().encode(path);
		const bytes = new Uint8Array(contents[number]);
		// Version 2.0, names in UTF-8, stored.
		const common = [[2, 20], [2, 0x800], [2, 0], ...made, [4, crc32(bytes)], [4, bytes.length], [4, bytes.length], [2, name.length], [2, 0]];
		const local = littleEndian([4, 0x04034b50], ...common);
		locals.push(local, name, bytes);
		centrals.push(littleEndian([4, 0x02014b50], [2, 20], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, at]), name);
		at += local.length + name.length + bytes.length;
	});
	const size = centrals.reduce((sum, { length }) => sum + length, 0);
	const end = littleEndian([4, 0x06054b50], [2, 0], [2, 0], [2, entries.length], [2, entries.length], [4, size], [4, at], [2, 0]);
	return new Blob([...locals, ...centrals, end], { type: "application/zip" });
}
