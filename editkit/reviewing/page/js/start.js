/* Initialization of the page. */
function start() {
	listen();
	let restored = [];
	try {
		at("keys-on").checked = localStorage.getItem(SWITCH) !== "off";
		restored = store.load(review);
	} catch {
		say("The decisions saved in this browser cannot be read.");
	}
	attach(restored);
	paint(restored);
	checkResult(restored);
	all(".several").forEach(arrange);
	showExtras();
	showStart();
	showList("Rule");
	optionalShown = review.edits.every((item) => groupOf(item) === "Optional");
	softenAll();
	if (!resumeDraft()) select(scope().find((item) => item.open) ?? scope()[0], false);
}

/* Apply decisions that another tab with this file has stored. */
function overhear({ key, newValue }) {
	const file = store === browserStore && review.files.find((each) => key?.startsWith(store.key(each)));
	if (!file) return;
	const item = itemsOf(file).find(({ id }) => key === store.key(file) + id);
	if (item && !newValue) item.decision = UNDECIDED;
	const items = newValue ? takeOver(review, file, [JSON.parse(newValue)]) : touched(item ? [item] : []);
	attach(items);
	refresh(items);
}

addEventListener("storage", overhear);
start();
performance.mark("ready");
