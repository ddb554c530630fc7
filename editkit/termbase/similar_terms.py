"""Similar terms in mined candidates: phrases that may name the same thing."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from editkit.consistency.similar_phrases import SimilarPair
from editkit.termbase.mine import Candidate
from editkit.termbase.term_counts import phrase_key


def add_similar_terms(
    candidates: Iterable[Candidate], pairs: Iterable[SimilarPair], *, known: Collection[str] = ()
) -> Iterator[Candidate]:
    """Yield `candidates` with their similar terms, then a candidate for each pair left.

    A pair belongs to its more frequent phrase. Skips pairs with a phrase whose key is in
    `known` (see `glossary_keys`): a glossary has decided on it.
    """
    by_key: dict[str, list[SimilarPair]] = {}
    for pair in pairs:
        keys = [phrase_key(tuple(phrase.text.split())) for phrase in (pair.major, pair.minor)]
        if not any(key in known for key in keys):
            by_key.setdefault(keys[0], []).append(pair)
    for candidate in candidates:
        own = by_key.pop(phrase_key(tuple(candidate.term.split())), [])
        yield replace(candidate, similar_terms=tuple(_counts(own)))
    for group in by_key.values():
        major = group[0].major
        yield Candidate(
            major.text, major.count, len(major.places), similar_terms=tuple(_counts(group))
        )


def _counts(pairs: Iterable[SimilarPair]) -> Iterator[tuple[str, int]]:
    for pair in pairs:
        yield pair.minor.text, pair.minor.count
