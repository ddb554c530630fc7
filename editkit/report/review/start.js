/* What happens when the page is opened. */
function start() {
	listen();
	let restored = [];
	try {
		at("keys-on").checked = localStorage.getItem(SWITCH) !== "off";
		restored = store.load(review);
	} catch {
		say("What this browser had kept cannot be read; it is left out.");
	}
	attach(restored);
	paint(restored);
	all(".several").forEach(arrange);
	showExtras();
	at("issue").hidden = !review.items.length && !sentences.length;
	showList("Rule");
	select(review.edits.find((item) => item.open) ?? review.items[0], false);
}
start();
performance.mark("ready");
