"""Minority spellings of mined phrases."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from editkit.consistency.block_words import Mention
from editkit.consistency.spelling_counts import SpellingCount, SpellingPosition, marks_of
from editkit.consistency.variants import SpellingCounts
from editkit.termbase.term_counts import PhraseCounts
from editkit.text import tokens


@dataclass(frozen=True, slots=True)
class MinoritySpelling:
    """A spelling, the more common one to use instead, and its number of occurrences."""

    text: str
    majority: str
    count: int


def lookalike_keys(
    entries: Mapping[str, PhraseCounts], keys: Iterable[str]
) -> dict[str, tuple[str, ...]]:
    """Return, for each of `keys`, all keys of phrases that look like it, including itself."""
    skeletons = {tokens.key(key) for key in keys}
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for key in entries:
        if (skeleton := tokens.key(key)) in skeletons:
            groups[skeleton].append(key)
    return {key: tuple(group) for group in groups.values() for key in group}


def find_minority_spellings(entries: Iterable[PhraseCounts]) -> Iterator[MinoritySpelling]:
    """Yield the minority spellings of look-alike phrases, by the criteria of the checks."""
    counts = SpellingCounts()
    for entry in entries:
        for context, seen in entry.spellings.items():
            text, span, word_count = context.text, seen.span, len(entry.words)
            mention = Mention(
                tokens.key(text),
                text,
                span.start,
                span.end,
                word_count,
                is_isolated=context.is_standalone,
                in_title=context.in_title,
                is_running=not context.in_title,
                begins_sentence=context.begins_sentence,
                is_bare=context.is_standalone,
                is_joined=False,
            )
            position = SpellingPosition(seen.uri, span.start, span.end)
            marks = marks_of(mention, in_glossary=False)
            count = SpellingCount(seen.count, marks, word_count, [position])
            known = counts.spellings.get(text)
            counts.spellings[text] = known.merge(count) if known else count
    for pair in counts.variant_pairs():
        yield MinoritySpelling(pair.loser, pair.winner, pair.losing.count)
