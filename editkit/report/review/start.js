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
  showList("Rule");
  select(review.edits.find((item) => item.state === "pending") ?? review.items[0]);
}
start();
performance.mark("ready");
