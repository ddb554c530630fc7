/* Files: a tree with counts, and moves from file to file. */
LISTS.File = (item) => item.file.title;
KEYS["]"] = ["next file", () => stepFile(1)];
KEYS["["] = ["previous file", () => stepFile(-1)];

/* Go to a file: to its first open item or, without one, its first item or its first sentence. */
function goToFile(file) {
	const items = file.items.filter(matches);
	const item = items.find((each) => each.open && !isHidden(each)) ?? items.find((each) => each.open) ?? items[0];
	const number = review.files.indexOf(file);
	if (at("nav").matches(":popover-open")) at("nav").hidePopover();
	if (item) select(item);
	else document.querySelector(`[data-file="${number}"]`).scrollIntoView();
	say(`${file.title}: ${items.filter((each) => each.open).length} of ${items.length} left.`);
}

/* Go to the next or previous file with issues that match the filter. */
function stepFile(by) {
	const files = review.files.filter(({ items }) => items.some(matches));
	const number = review.files.indexOf(current?.file);
	const found = (by > 0 ? files : files.toReversed()).find((file) => (review.files.indexOf(file) - number) * by > 0);
	if (found) goToFile(found);
	else say(by > 0 ? "This is the last file." : "This is the first file.");
}

/* The folders and files as nested maps; a folder that contains only a folder is one with it. */
function folders() {
	const root = new Map();
	for (const file of review.files) {
		let folder = root;
		const names = file.path.split("/").slice(0, -1);
		for (const name of names) {
			if (!(folder.get(`${name}/`) instanceof Map)) folder.set(`${name}/`, new Map());
			folder = folder.get(`${name}/`);
		}
		folder.set(file.title.slice(names.join("/").length + (names.length && 1)), file);
	}
	return root;
}

/* Rows of a folder; each adds to `counted` the node for its counts and its files. */
function treeRows(folder, counted) {
	return [...folder].map(([name, entry]) => {
		while (entry instanceof Map && entry.size === 1) {
			const [[inner, only]] = entry;
			name += inner;
			entry = only;
		}
		const counts = el("span");
		if (!(entry instanceof Map)) {
			counted.push([counts, [entry]]);
			return listItem(el("button", { onclick: () => goToFile(entry) }, el("bdi", {}, name), " ", counts));
		}
		const from = counted.length;
		const inside = el("ul", {}, ...treeRows(entry, counted));
		const files = counted.slice(from).flatMap(([node, own]) => (node.closest("button") ? own : []));
		counted.push([counts, files]);
		return listItem(el("details", { open: true }, el("summary", {}, el("bdi", {}, name), " ", counts), inside));
	});
}

const counted = [];

showTree = () => {
	if (!counted.length) at("tree-rows").replaceChildren(...treeRows(folders(), counted));
	const tally = new Map(review.files.map((file) => [file, [0, 0]]));
	for (const { file, open } of review.items) {
		const counts = tally.get(file);
		counts[0] += open;
		counts[1] += 1;
	}
	for (const [node, files] of counted) {
		const [left, total] = files.reduce(
			(sums, file) => tally.get(file).map((count, number) => sums[number] + count),
			[0, 0],
		);
		node.textContent = total && !left ? `✓ ${total}` : left ? `${left} of ${total}` : "";
		const isHere = files.length === 1 && files[0] === current?.file;
		const button = node.closest("button");
		if (isHere && button) button.ariaCurrent = "location";
		else button?.removeAttribute("aria-current");
	}
};
