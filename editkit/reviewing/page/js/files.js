/* Navigation between files. */

/* Go to the next or previous file with issues: its first open item or, without one, its first. */
function stepFile(by) {
	const files = review.files.filter(({ items }) => items.some(matches));
	const number = review.files.indexOf(current?.file);
	const found = (by > 0 ? files : files.toReversed()).find((file) => (review.files.indexOf(file) - number) * by > 0);
	if (!found) return say(by > 0 ? "This is the last file." : "This is the first file.");
	const items = found.items.filter(matches);
	select(items.find((item) => item.open) ?? items[0]);
	const left = items.filter((item) => item.open).length;
	return say(`${found.title}: ${left} of ${items.length} left.`);
}
