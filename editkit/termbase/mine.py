"""Proposes a glossary from a corpus: its likely terms, best first."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from editkit.core.glossary import Glossary
from editkit.languages.en.inflection import surface_forms
from editkit.languages.en.parts_of_speech import parse
from editkit.termbase.minority_spellings import Rival, alike, rivals
from editkit.termbase.term_counts import Census, Entry, key_of
from editkit.termbase.termhood import ranked
from editkit.text.casing import is_name
from editkit.text.characters import invisible, separators

MIN_COUNT = 3
"""How often a candidate has to be met unless the caller says otherwise."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A likely term, how often and in how many files it was met, and its other spellings.

    `rivals` are spellings that look like slips of it; `others` are joined
    differently, which may be right where they stand. `short` and `long` name
    its abbreviation and what it abbreviates, where the corpus introduces one.
    """

    term: str
    count: int
    files: int
    rivals: tuple[Rival, ...] = ()
    others: tuple[tuple[str, int], ...] = ()
    short: str = ""
    long: str = ""


def candidates(
    census: Census, *, known: Collection[str] = (), min_count: int = MIN_COUNT
) -> Iterator[Candidate]:
    """Yield the likely terms of a corpus, the likeliest first.

    Phrases whose key is in `known` are left out, see `keys`.
    """
    order = [key for key in ranked(census, min_count) if key not in known]
    groups = alike(census.entries, order)
    ranking = [census.entries[key] for key in order]
    longs = {short: entry for entry in ranking for short in entry.short}
    for key, entry in zip(order, ranking, strict=True):
        beaten = tuple(rivals(census.entries[k] for k in groups[key]))
        losers = {rival.text for rival in beaten}
        if losers.issuperset(entry.texts):
            continue
        term = _term(entry, losers)
        own = tuple(r for r in beaten if r.winner in entry.texts and r.text != term)
        long = longs.get(term)
        yield Candidate(
            term,
            entry.count + sum(r.count for r in own if r.text not in entry.texts),
            entry.files,
            # What nobody sees is found unlisted, and no editor could tell it from the term.
            tuple(r for r in own if not invisible.search(r.text)),
            tuple(_others(entry, term, losers)),
            next(iter(entry.short), ""),
            _term(long, ()) if long and long is not entry else "",
        )


def keys(glossary: Glossary, lang: str) -> frozenset[str]:
    """Return the keys of all terms of `glossary` in `lang` and of their forms."""
    return frozenset(
        key_of(words)
        for _, term in glossary.entries(lang)
        for form in surface_forms(term)
        if (words := tuple(word.text for word in parse(form.text, titled=False)))
    )


def _term(entry: Entry, losers: Collection[str]) -> str:
    """Return the spelling to propose: the usual one, in the singular unless the plural is usual.

    What a sentence or a title has set in capitals says least of how it is written.
    """
    weights: Counter[str] = Counter()
    for setting, seen in entry.spellings.items():
        if setting.text not in losers:
            weights[setting.text] += seen.count * (1 if setting.begins else 1000)
    numbers: dict[str, Counter[str]] = {}
    for text, weight in weights.items():
        numbers.setdefault(_letters(text), Counter())[text] += weight
    totals = {letters: texts.total() for letters, texts in numbers.items()}
    one = min(totals, key=lambda letters: (len(letters), letters))
    most = max(totals, key=lambda letters: (totals[letters], letters))
    chosen = one if 2 * totals[one] >= totals[most] else most
    return numbers[chosen].most_common(1)[0][0]


def _others(entry: Entry, term: str, losers: Collection[str]) -> Iterator[tuple[str, int]]:
    for text, count in entry.texts.most_common():
        joined_alike = len(separators.findall(text)) == len(separators.findall(term))
        hyphens = text.count("-") == term.count("-")
        told = text in losers or (is_name(text) and not is_name(term))
        if not told and not (joined_alike and hyphens):
            yield text, count


def _letters(text: str) -> str:
    return separators.sub("", text.casefold())
