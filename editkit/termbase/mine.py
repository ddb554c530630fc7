"""Term extraction: likely terms of a corpus, best first, with their spellings."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from editkit.core.glossary import Glossary
from editkit.languages import find_language
from editkit.languages.en.parts_of_speech import tag_words
from editkit.termbase.minority_spellings import (
    MinoritySpelling,
    find_minority_spellings,
    lookalike_keys,
)
from editkit.termbase.term_counts import PhraseCounts, TermCounts, phrase_key
from editkit.termbase.termhood import rank
from editkit.text.casing import has_capital
from editkit.text.characters import INVISIBLE_PATTERN, SEPARATOR_PATTERN

MIN_COUNT = 3
"""Default for the smallest number of occurrences of a candidate."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A likely term with its number of occurrences and of files, and its other spellings.

    `minority_spellings` look like typos of the term. `other_spellings` differ in spaces and
    hyphens, which may be right in their context. `abbreviation` and `expansion` come from
    definitions in the corpus. `similar_terms` may name the same thing (see `similar_terms.py`).
    """

    term: str
    count: int
    files: int
    minority_spellings: tuple[MinoritySpelling, ...] = ()
    other_spellings: tuple[tuple[str, int], ...] = ()
    abbreviation: str = ""
    expansion: str = ""
    similar_terms: tuple[tuple[str, int], ...] = ()


def mine_terms(
    counts: TermCounts, *, known: Collection[str] = (), min_count: int = MIN_COUNT
) -> Iterator[Candidate]:
    """Yield the likely terms of a corpus, most likely first.

    Skips phrases whose key is in `known` (see `glossary_keys`).
    """
    keys = [key for key in rank(counts, min_count) if key not in known]
    groups = lookalike_keys(counts.phrases, keys)
    ranking = [counts.phrases[key] for key in keys]
    expansions = {short: entry for entry in ranking for short in entry.abbreviations}
    for key, entry in zip(keys, ranking, strict=True):
        minority = tuple(find_minority_spellings(counts.phrases[k] for k in groups[key]))
        minority_texts = {spelling.text for spelling in minority}
        if minority_texts.issuperset(entry.texts):
            continue
        term = _term(entry, minority_texts)
        own_minority = tuple(r for r in minority if r.majority in entry.texts and r.text != term)
        expansion = expansions.get(term)
        yield Candidate(
            term,
            entry.count + sum(r.count for r in own_minority if r.text not in entry.texts),
            entry.files,
            # A spelling with invisible characters would look like the term in the table.
            tuple(r for r in own_minority if not INVISIBLE_PATTERN.search(r.text)),
            tuple(_other_spellings(entry, term, minority_texts)),
            next(iter(entry.abbreviations), ""),
            _term(expansion, ()) if expansion and expansion is not entry else "",
        )


def glossary_keys(glossary: Glossary, lang: str) -> frozenset[str]:
    """Return the keys of the forms of all terms of `glossary` in `lang`."""
    language = find_language(lang)
    return frozenset(
        phrase_key(words)
        for _, term in glossary.entries(lang)
        for form in language.inflect(term)
        if (words := tuple(word.text for word in tag_words(form.text, in_title=False)))
    )


def _term(entry: PhraseCounts, minority_texts: Collection[str]) -> str:
    """Return the spelling to propose: the most common one, singular unless plural prevails.

    Spellings at the start of a sentence count least, because of their capital.
    """
    weights: Counter[str] = Counter()
    for context, seen in entry.spellings.items():
        if context.text not in minority_texts:
            weights[context.text] += seen.count * (1 if context.begins_sentence else 1000)
    numbers: dict[str, Counter[str]] = {}
    for text, weight in weights.items():
        numbers.setdefault(_letters(text), Counter())[text] += weight
    totals = {letters: texts.total() for letters, texts in numbers.items()}
    shortest = min(totals, key=lambda letters: (len(letters), letters))
    heaviest = max(totals, key=lambda letters: (totals[letters], letters))
    chosen = shortest if 2 * totals[shortest] >= totals[heaviest] else heaviest
    return numbers[chosen].most_common(1)[0][0]


def _other_spellings(
    entry: PhraseCounts, term: str, minority_texts: Collection[str]
) -> Iterator[tuple[str, int]]:
    for text, count in entry.texts.most_common():
        same_count = len(SEPARATOR_PATTERN.findall(text)) == len(SEPARATOR_PATTERN.findall(term))
        same_hyphens = text.count("-") == term.count("-")
        is_reported = text in minority_texts or (has_capital(text) and not has_capital(term))
        if not is_reported and not (same_count and same_hyphens):
            yield text, count


def _letters(text: str) -> str:
    return SEPARATOR_PATTERN.sub("", text.casefold())
