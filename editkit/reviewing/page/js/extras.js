/* Suppressions, accepted spellings and glossary rows. */
const suppress = () => {
	if (current && !current.isOwn) decide("rejected", { suppress: true });
};

function alwaysRight() {
	const word = current?.isOwn ? "" : current?.found.trim();
	if (!word) return say("There is no word here to keep.");
	const { words, glossary } = review.extras;
	const alike = review.items.filter((item) => item.found === current.found && item.open);
	const changes = [...new Set([current, ...alike])].map((item) => [item, { state: "rejected" }]);
	changed(
		review.decide(changes, { words: [...new Set([...words, word])], glossary }),
		`“${word}” will be added to the words that are right.`,
	);
	advance(scope());
}

function openRow() {
	if (!current || current.isOwn) return;
	const [edit] = current.edits();
	const { term, source, forbidden } = at("row").querySelector("form").elements;
	const rejected = current.state === "rejected" || !edit;
	term.value = rejected ? current.found : edit.replacement;
	source.value = current.concept?.source ?? "";
	forbidden.value = rejected ? "" : edit.before;
	at("row").showModal();
}

function addRow() {
	const { term, source, forbidden } = at("row").querySelector("form").elements;
	const [name, original] = [term.value.trim(), source.value.trim() || null];
	if (!name) return;
	const forms = forbidden.value
		.split("|")
		.map((form) => form.trim())
		.filter(Boolean);
	const { words, glossary } = review.extras;
	changed(
		review.decide([], { words, glossary: [...glossary, { term: name, source: original, forbidden: forms }] }),
		`“${name}” will be added to the glossary.`,
	);
}

function showExtras() {
	const { words, glossary } = review.extras;
	const quiet = review.items.filter((item) => item.decision.suppress).length;
	const lines = [
		quiet && `${plural(quiet, "edit")} not to be asked again`,
		words.length && `Always right: ${words.join(", ")}`,
		glossary.length && `For the glossary: ${glossary.map(({ term }) => term).join(", ")}`,
	];
	at("extras").replaceChildren(...lines.filter(Boolean).map((line) => el("li", { dir: "auto" }, line)));
}
