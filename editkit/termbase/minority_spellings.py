"""The spellings of mined phrases that others of the same phrase outnumber."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from editkit.consistency.mentions import Mention
from editkit.consistency.spelling_counts import Place, Spelling, marks_of
from editkit.consistency.variants import Counts
from editkit.termbase.term_counts import Entry
from editkit.text import tokens


@dataclass(frozen=True, slots=True)
class Rival:
    """A spelling, the one it should give way to, and how often it was met."""

    text: str
    winner: str
    count: int


def alike(entries: Mapping[str, Entry], wanted: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return for each wanted key all keys whose phrases look like its own, itself included."""
    looks = {tokens.key(key) for key in wanted}
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for key in entries:
        if (look := tokens.key(key)) in looks:
            groups[look].append(key)
    return {key: tuple(group) for group in groups.values() for key in group}


def rivals(entries: Iterable[Entry]) -> Iterator[Rival]:
    """Yield the beaten spellings of phrases that look alike, as an article's checks judge them."""
    counts = Counts()
    for entry in entries:
        for setting, seen in entry.spellings.items():
            text, span, parts = setting.text, seen.span, len(entry.words)
            mention = Mention(
                tokens.key(text),
                text,
                span.start,
                span.end,
                parts,
                whole=setting.free,
                titled=setting.titled,
                begins=setting.begins,
                bare=setting.free,
            )
            place, marks = Place(seen.uri, span.start, span.end), marks_of(mention, vouched=False)
            met = Spelling(seen.count, marks, parts, [place])
            known = counts.seen.get(text)
            counts.seen[text] = known.plus(met) if known else met
    for rivalry in counts.rivalries():
        yield Rival(rivalry.loser, rivalry.winner, rivalry.losing.times)
