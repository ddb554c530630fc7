"""What editkit makes of a finding of another checker."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from editkit.core.check import Setup
from editkit.core.document import Block, BlockKind, Document
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.grouping import gathered
from editkit.core.issue import Issue
from editkit.core.language import matches
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.engines.known_words import KnownWords, is_name
from editkit.engines.severity_table import NO_FIX, Entry, Rulebook, rulebook
from editkit.engines.unknown_words import sort
from editkit.text.tokens import count_words

PLACEHOLDER = "\ufffc"
"""Stands in prose for what is hidden from checkers, as code and addresses are."""

MOST_FIXES = 5

_SURE = Confidence.MEDIUM.rank
_CARELESS, _FEWEST_SURE = 8 / 1000, 8
"""How many sure findings a word, and at all, a text has that is called careless.

Edited English and web pages had at most 5 in 1,000 words, learners' sentences 14 to 24.
"""

_QUOTES = frozenset("\"'”’“‘»")
_MARKS = "，。；：！？、（）"


@dataclass(frozen=True, slots=True)
class Kind:
    """Where findings of one sort belong, and how far the first fix of each can be trusted."""

    family: Family
    category: str
    severity: Severity = Severity.MINOR
    confidence: Confidence = Confidence.MEDIUM
    safety: Safety = Safety.REVIEW


@dataclass(frozen=True, slots=True)
class Finding:
    """What an engine found, in code points of the document's prose.

    `groups` are the engine's categories of the rule, the narrowest first, as the
    rulebook spells them. `unknown` says that the engine's dictionary lacks the
    word, and nothing else; `sentence`, that it holds for whole sentences only, for
    their first capital or their articles; `own` is the kind of a rule that is
    editkit's, whoever looked.
    """

    rule: str
    span: Span
    message: str
    groups: tuple[str, ...]
    replacements: Sequence[str] = ()
    unknown: bool = False
    sentence: bool = False
    own: Kind | None = None


class Judge:
    """Says of findings what they are worth: the same for every document of a run."""

    def __init__(self, setup: Setup, book: Rulebook | None = None) -> None:
        self.known = setup.shared(KnownWords)
        self.book = book or rulebook()
        self._asked = setup.asked

    def off(self, engine: str) -> tuple[str, ...]:
        """Return the rules of `engine` that it need not look for, by its own ids."""
        return tuple(r for r in self.book.off(engine) if f"{engine}/{r}" not in self._asked)

    def entries(
        self, engine: str, document: Document, findings: Sequence[Finding]
    ) -> Iterator[tuple[Finding, Entry, Confidence]]:
        """Yield what is shown of `findings`: what each is taken for, and how sure that is."""
        found = [(each, self._entry(engine, document, each)) for each in findings]
        sure = sum(entry.careful is not None and entry.careful.rank >= _SURE for _, entry in found)
        careless = sure >= max(_FEWEST_SURE, count_words(document.text) * _CARELESS)
        for each, entry in found:
            confidence = entry.careless if careless else entry.careful
            if confidence is None and f"{engine}/{each.rule}" in self._asked:
                confidence = Confidence.LOW
            if confidence and careless and entry.fix == NO_FIX:
                yield each, replace(entry, fix=Safety.REVIEW.value), confidence
            elif confidence:
                yield each, entry, confidence

    def names(self, document: Document, found: Finding) -> tuple[str, ...]:
        """Return what the rulebook may have `found` under, the narrowest first."""
        if not found.unknown or not matches("en", document.lang):
            return found.rule, *found.groups
        best = next(iter(found.replacements), None)
        return f"word:{sort(document, found.span, best)}", "word:", *found.groups

    def _entry(self, engine: str, document: Document, found: Finding) -> Entry:
        if kind := found.own:
            return Entry(
                engine=engine,
                rule=found.rule,
                family=kind.family,
                category=kind.category,
                severity=kind.severity,
                careful=kind.confidence,
                careless=kind.confidence,
                fix=kind.safety.value,
            )
        entry = self.book.look_up(engine, *self.names(document, found))
        if matches("en", document.lang):
            return entry
        # What was measured was English: elsewhere an engine is believed, but about names.
        sure = None if found.unknown and is_name(document.text, found.span) else Confidence.MEDIUM
        return replace(entry, careful=sure, careless=sure, fix=Safety.REVIEW.value)


def issues(
    engine: str, document: Document, findings: Iterable[Finding], judge: Judge
) -> tuple[Issue, ...]:
    """Return the findings worth a reader's time, in order of position.

    Left out is what touches hidden text, what reaches from one paragraph into
    the next, what a glossary term says otherwise, and what the rulebook has off.
    What is said of the same words three times and more is one issue.
    """
    blocks = document.blocks
    starts = [block.span.start for block in blocks]
    worth = [
        found
        for found in sorted(findings, key=lambda found: found.span)
        if (block := _block(found.span, starts, blocks)) and not _is_noise(document, block, found)
    ]
    found_alike: dict[tuple[object, ...], list[Issue]] = {}
    for found, entry, confidence in judge.entries(engine, document, worth):
        if entry.family is Family.SPELLING and judge.known.cover(document.text, found.span):
            continue
        issue = _issue(engine, document.text, found, entry, confidence)
        alike = found.rule, found.span.of(document.text).lower(), tuple(found.replacements[:1])
        found_alike.setdefault(alike, []).append(issue)
    told = (one for alike in found_alike.values() for one in gathered(alike))
    return tuple(sorted(told, key=lambda issue: issue.span))


def _block(span: Span, starts: Sequence[int], blocks: Sequence[Block]) -> Block | None:
    """Return the block that `span` lies in, or None where it lies in none or in several."""
    at = bisect_right(starts, span.start) - 1
    return blocks[at] if at >= 0 and blocks[at].span.covers(span) else None


def _is_noise(document: Document, block: Block, found: Finding) -> bool:
    text = document.text
    touched = text[max(0, found.span.start - 1) : found.span.end + 1]
    if PLACEHOLDER in touched:
        return True
    if found.sentence and (
        block.kind is not BlockKind.PARAGRAPH  # a heading, an item and a cell need be no sentence
        or _before(text, found.span.start) in _QUOTES  # `“…!” / she said`
    ):
        return True
    return found.unknown and _is_marked(text, found)


def _before(text: str, at: int) -> str:
    """Return the last character before `at` that is no space; the text is not copied for it."""
    while at and text[at - 1].isspace():
        at -= 1
    return text[at - 1 : at] if at else ""


def _is_marked(text: str, found: Finding) -> bool:
    """Whether the dictionary lacks the word only because a mark of another script clings to it."""
    here = found.span.of(text)
    bare = here.strip(_MARKS)
    return bare != here and bare in found.replacements


def _issue(engine: str, text: str, found: Finding, entry: Entry, confidence: Confidence) -> Issue:
    here = found.span.of(text)
    message = f"“{here}” may be misspelt." if found.unknown else found.message
    wanted = list(dict.fromkeys(r for r in found.replacements if r != here))[:MOST_FIXES]
    offered = wanted if entry.fix != NO_FIX else ()
    return Issue(
        rule=found.rule if found.own else f"{engine}/{found.rule}",
        span=found.span,
        message=message if offered or not wanted else f"{message}{_perhaps(wanted)}",
        family=entry.family,
        category=entry.category,
        severity=entry.severity,
        confidence=confidence,
        fixes=tuple(
            _fix(found.span, here, text, Safety.REVIEW if n else Safety(entry.fix))
            for n, text in enumerate(offered)
        ),
        engine=engine,
    )


def _perhaps(wanted: Sequence[str]) -> str:
    """Return a hint at corrections that are wrong too often to be offered."""
    said = " or ".join(f"“{text}”" for text in wanted if text)
    return f" Perhaps {said}?" if said else ""


def _fix(span: Span, here: str, text: str, safety: Safety) -> Fix:
    title = f"Replace with “{text}”" if text else f"Remove “{here}”"
    return Fix(title, (Edit(span, text),), safety)
