/* Triage: groups by severity and confidence, the order of the walk, and optional edits, hidden at first. */
const GROUPS = {
	Sure: "almost always an error",
	Check: "probably an error",
	Optional: "a matter of taste, or uncertain",
};
const IN_WORDS = { info: "Info", minor: "Minor", major: "Major", critical: "Critical" };
const CONFIDENCE = { high: "High confidence", medium: "Medium confidence", low: "Low confidence" };
const SAFETY = { safe: "Safe to accept", review: "Needs review" };
let optionalShown = false;

function groupOf(item) {
	if (item.isOwn) return null;
	if (item.severity === "info" || item.confidence === "low" || item.experimental) return "Optional";
	return item.confidence === "high" ? "Sure" : "Check";
}

const safetyOf = (item) => SAFETY[item.choices[item.decision.choice]?.safety] ?? null;

/* Optional items are hidden until they are asked for, filtered for, or the only ones left. */
const isHidden = (item) => !optionalShown && !filter.size && item.open && groupOf(item) === "Optional";

const hiddenItems = () => review.edits.filter(isHidden);

function showOptional(show) {
	optionalShown = show;
	softenAll();
	count();
}

/* Sort keys of the walk; less is earlier. */
const SORTS = {
	Position: null,
	Severity: (item) => -Object.keys(IN_WORDS).indexOf(item.severity),
	Confidence: (item) => Object.keys(CONFIDENCE).indexOf(item.confidence),
	Safety: (item) => Object.values(SAFETY).indexOf(safetyOf(item)),
};

/* Compare two items by the chosen key, then by position. */
function compare(a, b) {
	const key = SORTS[at("sort").value];
	return (key ? key(a) - key(b) : 0) || a.order - b.order;
}

const sorted = (items) => (SORTS[at("sort").value] ? items.toSorted(compare) : items);
