"""Evidence for each rule: its bounds, findings read elsewhere, or the plain rule it rests on."""

from collections.abc import Mapping

from confidence_bounds import lower_bound

from editkit.core.rule import Rule
from editkit.core.taxonomy import Family, Status

STABLE_PRECISION = 0.8
MIN_FINDINGS = 3
_CORRECTED = ("web", "learners", "documents")
_CUT_SENTENCES = {
    "missing-sentence-end",
    "unbalanced-brackets",
    "unbalanced-quotes",
    "uncapitalized-sentence",
}
"""Rules that sentences of web text do not measure: these were cut out of their paragraphs."""
_READ = {
    "redundant-etc": "29 of 30 read in documentation (grammar.md)",
    "in-before-part-of-date": "7 of 7 (grammar.md)",
    "singular-verb-after-plural": "7 of 7 (grammar.md)",
    "comma-splice": "16 of 16, new patterns (grammar.md)",
    "capital-after-comma": "16 of 16 (grammar.md)",
    "infinitive-for-gerund": "4 of 4 (047)",
    "missing-article-before-name": "3 of 4 in news, read",
    "missing-article-before-superlative": "6 of 6 (grammar.md)",
    "calque": "each row is measured (pack.md)",
    "unused-suppression": "no rule about prose",
}
"""Findings that were read elsewhere."""
_PLAIN_RULES = {
    "missing-article-after-preposition": (
        "a singular countable noun has a determiner; 30 of 34 read (grammar.md)"
    ),
    "missing-comma-before-which": "a clause that adds to a name has a comma",
    "confused-words": "“than” compares, “lose” is the verb, “advice” has no plural",
    "doubled-comparison": "a comparative takes no “more”",
    "incomplete-phrase": "a set phrase has its article (“once in a while”)",
    "misdotted-abbreviation": "“U.S.” has two points or none",
    "miscased-name": "the owner of a name decides its capitals (quietness.md)",
    "misused-preposition": "a verb decides its preposition (dictionaries)",
    "plural-of-uncountable": "uncountable nouns have no plural (dictionaries)",
    "mismatched-number": "a determiner and its noun agree in number",
    "wrong-indefinite-article": "“an” precedes a vowel sound",
    "plural-determiner-before-singular": "“these” and “those” precede a plural",
    "infinitive-without-object": "“allow” takes an object before “to”",
    "inflected-verb-after-modal": "a modal verb takes the bare infinitive",
    "space-around-punctuation": "no space before a comma or stop, one after it",
    "space-inside-quotes": "no space inside quotation marks",
    "unbalanced-brackets": "brackets come in pairs",
    "unbalanced-quotes": "quotation marks come in pairs",
    "missing-sentence-end": "a sentence ends with a stop",
    "missing-introductory-comma": "a linking adverb at the start has a comma",
    "detached-currency-sign": "no space after a currency sign",
    "wrong-ellipsis": "an ellipsis has three dots",
}
"""The plain rule of rules that the texts do not prove."""
_PLAIN_FAMILIES = {
    Family.TERM: "the glossary decides",
    Family.CONSISTENCY: "one form in a text; the article contradicts itself",
    Family.GRAMMAR: "a plain rule of grammar",
    Family.SPELLING: "a plain rule of spelling",
    Family.TYPOGRAPHY: "a plain rule of typography",
    Family.NUMBER: "a plain rule for numbers, dates and units",
    Family.STYLE: "advice that a pack or a usage guide lists",
    Family.WEB: "text that is not prose",
}
UNPROVED = "not proved"


def counts_of(rule: Rule, kind: str) -> bool:
    """Return whether the findings in a kind of text measure a rule."""
    if kind == "documents":
        return True
    is_consistency = rule.family is Family.CONSISTENCY  # the sentences are of different texts
    return not is_consistency and (kind != "web" or rule.id not in _CUT_SENTENCES)


def row(
    rule: Rule, right: Mapping[str, int], near: Mapping[str, int], seen: Mapping[str, int]
) -> str:
    """Return the row of a rule in the table, from its findings by kind of text."""
    kinds = [kind for kind in _CORRECTED if counts_of(rule, kind)]
    total = sum(seen[kind] for kind in kinds)
    bounds = [lower_bound(sum(good[k] for k in kinds), total) for good in (right, near)]
    cells = [
        f"{right[kind]}/{near[kind]}/{seen[kind]}" if kind in kinds and seen[kind] else "–"
        for kind in _CORRECTED
    ]
    cells += [str(seen[kind] or "–") for kind in ("clean", "translations")]
    is_measured = total >= MIN_FINDINGS
    cells += [f"{bound:.2f}" if is_measured else "–" for bound in bounds]
    evidence = _evidence(rule, bounds, is_measured=is_measured)
    return f"| `{rule.id}` | {rule.status.value} | {' | '.join(cells)} | {evidence} |\n"


def _evidence(rule: Rule, bounds: list[float], *, is_measured: bool) -> str:
    if is_measured and bounds[0] >= STABLE_PRECISION:
        return "measured"
    if is_measured and bounds[1] >= STABLE_PRECISION:
        return "measured: the place"
    if rule.status is Status.PREVIEW:
        reason = "not proved" if is_measured or rule.id in _READ else "unmeasured"
        return "; ".join((*filter(None, [_READ.get(rule.id)]), f"{reason}, and no plain rule"))
    if known := _READ.get(rule.id) or _PLAIN_RULES.get(rule.id):
        return known
    if is_measured and rule.family is not Family.CONSISTENCY:
        return UNPROVED
    return _PLAIN_FAMILIES[rule.family]
