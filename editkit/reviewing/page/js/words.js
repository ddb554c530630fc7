/* Word-level diff of two texts. */
const WORDS = new Intl.Segmenter(undefined, { granularity: "word" });

/* Pairs of a tag ("del", "ins" or "") and a text; very long texts are replaced as a whole. */
function wordDiff(before, after) {
	const [old, made] = [before, after].map((text) =>
		Array.from(WORDS.segment(text), ({ segment }) => segment),
	);
	if (old.length * made.length > 1e6)
		return [
			["del", before],
			["ins", after],
		];
	// Length of the longest common subsequence of words from each position on.
	const common = Array.from({ length: old.length + 1 }, () => new Uint16Array(made.length + 1));
	for (let a = old.length - 1; a >= 0; a -= 1) {
		for (let b = made.length - 1; b >= 0; b -= 1)
			common[a][b] =
				old[a] === made[b] ? common[a + 1][b + 1] + 1 : Math.max(common[a + 1][b], common[a][b + 1]);
	}
	const pairs = [];
	let [a, b, gone, come] = [0, 0, "", ""];
	const flush = () => {
		pairs.push(["del", gone], ["ins", come]);
		gone = come = "";
	};
	while (a < old.length || b < made.length) {
		const alike = old[a] === made[b];
		// A single space between two changes joins them, so that they form one phrase.
		if (alike && (gone || come) && !old[a].trim() && old[a + 1] !== made[b + 1]) {
			gone += old[a++];
			come += made[b++];
		} else if (alike) {
			flush();
			pairs.push(["", old[a]]);
			a += 1;
			b += 1;
		} else if (b === made.length || (a < old.length && common[a + 1][b] >= common[a][b + 1]))
			gone += old[a++];
		else come += made[b++];
	}
	flush();
	return whole(pairs.filter(([, text]) => text)) ?? [["del", before], ["ins", after]];
}

/* The pairs, unless several changes leave less than half of the text: then it reads better as replaced. */
function whole(pairs) {
	const size = (tags) => pairs.reduce((sum, [tag, text]) => sum + (tags.includes(tag) ? text.trim().length : 0), 0);
	const gaps = pairs.filter(([tag, text], number) => !tag && text.trim() && number && number < pairs.length - 1);
	return gaps.length && 2 * size([""]) < Math.max(size(["", "del"]), size(["", "ins"])) ? null : pairs;
}

function diffNodes(before, after) {
	return wordDiff(before, after).map(([tag, text]) => (tag ? el(tag, {}, text) : text));
}
