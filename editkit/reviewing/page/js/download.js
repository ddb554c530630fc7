/* Downloads. */
function download(name, blob) {
	const link = el("a", { href: URL.createObjectURL(blob), download: name });
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
	say(`Downloaded “${name}”.`);
}

function parts(path) {
	const base = path.slice(path.lastIndexOf("/") + 1);
	const dot = base.lastIndexOf(".");
	return dot > 0 ? [base.slice(0, dot), base.slice(dot)] : [base, ""];
}

function named(ending) {
	const paths = [...new Set(review.files.map(({ path }) => path))];
	return (paths.length === 1 ? parts(paths[0])[0] : "review") + ending;
}

function saveDecisions() {
	rewriting.settle();
	download(named(".decisions.json"), new Blob([`${JSON.stringify(review.decisions(), null, 1)}\n`]));
}

/* Whether the page can write a file itself: only editkit writes files of several parts, or with mark-up that the page has not. */
const isWhole = ({ whole }) => whole;

function sayLeftOut() {
	if (!review.files.every(isWhole))
		say("Files that only editkit can write are not included: download the decisions and run `editkit apply`.");
}

function saveText() {
	rewriting.settle();
	const files = review.files.filter(isWhole);
	const changedOnes = files.filter((file) => review.made(file).length);
	const texts = [];
	for (const file of changedOnes.length ? changedOnes : files.slice(0, 1)) {
		try {
			texts.push([file.path, encoded(review.corrected(file), file.encoding, file.bom)]);
		} catch (fault) {
			return say(`“${file.path}” cannot be downloaded: ${fault.message}.`);
		}
	}
	return downloadTexts(texts);
}

/* One file by its name, several as one ZIP archive in which they have their paths. */
async function downloadTexts(texts) {
	if (texts.length === 1) {
		const [[path, blob]] = texts;
		const [stem, suffix] = parts(path);
		download(`${stem}.corrected${suffix}`, blob);
	} else if (texts.length) download("review.corrected.zip", await zipped(texts));
	sayLeftOut();
}

function saveDiff() {
	rewriting.settle();
	const diffs = review.files.filter(isWhole).map((file) =>
		unifiedDiff(file.names, file.source, review.made(file), file.bom.length ? "\ufeff" : ""),
	);
	download(named(".diff"), new Blob([diffs.join("")]));
	if (!diffs.join("")) say("No edits accepted yet: the diff is empty.");
	sayLeftOut();
}
