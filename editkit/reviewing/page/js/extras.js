/* Suppressions, accepted spellings and glossary rows. */
const suppress = () => {
	if (current && !current.isOwn) decide("rejected", { suppress: true });
};

function alwaysRight() {
	const word = current?.isOwn ? "" : current?.found.trim();
	if (!word) return say("No word to add.");
	const { words, glossary } = review.extras;
	const alike = review.items.filter((item) => item.found === current.found && item.open);
	const changes = [...new Set([current, ...alike])].map((item) => [item, { state: "rejected" }]);
	changed(
		review.decide(changes, `word “${word}”`, { words: [...new Set([...words, word])], glossary }),
		`“${word}” will be added to the word list.`,
	);
	advance(scope());
}

const rowForm = document.forms[0];

function openRow() {
	if (!current || current.isOwn) return;
	const { term, source, forbidden } = rowForm.elements;
	const rejected = current.state === "rejected" || !current.isEdit;
	const [found, corrected] = phrases(current);
	term.value = rejected ? found : corrected;
	source.value = current.concept?.source ?? "";
	forbidden.value = rejected ? "" : found;
	countPlaces();
	at("row").showModal();
}

const formsOf = (field) =>
	field.value
		.split("|")
		.map((form) => form.trim())
		.filter(Boolean);

/* Say how many places of these articles have a forbidden form. */
function countPlaces() {
	const forms = formsOf(rowForm.elements.forbidden);
	const form = new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.map(escaped).join("|")})(?![\\p{L}\\p{N}])`, "gu");
	const found = forms.length ? review.files.flatMap(({ raw }) => raw.match(form) ?? []).length : 0;
	write(at("row-places"), forms.length ? `${plural(found, "place")} would be flagged in these articles.` : "");
}

function addRow() {
	const { term, source, forbidden } = rowForm.elements;
	const [name, original] = [term.value.trim(), source.value.trim() || null];
	if (!name) return;
	const forms = formsOf(forbidden);
	const { words, glossary } = review.extras;
	changed(
		review.decide([], `glossary row “${name}”`, { words, glossary: [...glossary, { term: name, source: original, forbidden: forms }] }),
		`“${name}” will be added to the glossary.`,
	);
}

function showExtras() {
	const { words, glossary } = review.extras;
	const quiet = review.items.filter((item) => item.decision.suppress).length;
	const lines = [
		quiet && `${plural(quiet, "edit")} ignored in future`,
		words.length && `Word list: ${words.join(", ")}`,
		glossary.length && `Glossary: ${glossary.map(({ term }) => term).join(", ")}`,
	];
	at("extras").replaceChildren(...lines.filter(Boolean).map((line) => el("li", { dir: "auto" }, line)));
}
