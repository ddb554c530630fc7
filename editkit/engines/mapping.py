"""What editkit makes of a finding of another checker."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from editkit.core.document import Block, BlockKind, Document
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.engines.known import KnownWords, is_name, opens_sentence

PLACEHOLDER = "\ufffc"
"""Stands in prose for what is hidden from checkers, as code and addresses are."""

MOST_FIXES = 5

_MARKS = "，。；：！？、（）"


@dataclass(frozen=True, slots=True)
class Kind:
    """Where findings of one sort belong, and how far the first fix of each can be trusted."""

    family: Family
    category: str
    severity: Severity = Severity.MINOR
    confidence: Confidence = Confidence.MEDIUM
    safety: Safety = Safety.REVIEW


GRAMMAR = Kind(Family.GRAMMAR, "linguistic-conventions/grammar", Severity.MAJOR)
SPELLING = Kind(Family.SPELLING, "linguistic-conventions/spelling")
PUNCTUATION = Kind(Family.TYPOGRAPHY, "linguistic-conventions/punctuation")
ENCODING = Kind(Family.TYPOGRAPHY, "linguistic-conventions/character-encoding")
STYLE = Kind(Family.STYLE, "style/awkward-style", Severity.INFO, Confidence.LOW)
IDIOM = Kind(Family.STYLE, "style/unidiomatic-style", Severity.MINOR, Confidence.LOW)
REGISTER = Kind(Family.STYLE, "style/language-register", Severity.INFO, Confidence.LOW)
NUMBER = Kind(Family.NUMBER, "locale-conventions/number-format")


@dataclass(frozen=True, slots=True)
class Finding:
    """What an engine found, in code points of the document's prose.

    `unknown` says that the engine's dictionary lacks the word, and nothing else;
    `opening`, that it should begin with a capital, as a sentence does; `own`, that
    the rule is editkit's, whoever looked for it.
    """

    rule: str
    span: Span
    message: str
    kind: Kind
    replacements: Sequence[str] = ()
    unknown: bool = False
    opening: bool = False
    own: bool = False


def issues(
    engine: str, document: Document, findings: Iterable[Finding], known: KnownWords
) -> tuple[Issue, ...]:
    """Return the findings worth a reader's time, in order of position.

    Left out is what touches hidden text, what reaches from one paragraph into
    the next, what a glossary term says otherwise, and names that a dictionary
    lacks.
    """
    blocks = document.blocks
    starts = [block.span.start for block in blocks]
    worth = [
        found
        for found in findings
        if (block := _block(found.span, starts, blocks))
        and not _is_noise(document, block, found, known)
    ]
    worth.sort(key=lambda found: found.span)
    return tuple(_issue(engine, document.text, found) for found in worth)


def _block(span: Span, starts: Sequence[int], blocks: Sequence[Block]) -> Block | None:
    """Return the block that `span` lies in, or None where it lies in none or in several."""
    at = bisect_right(starts, span.start) - 1
    return blocks[at] if at >= 0 and blocks[at].span.covers(span) else None


def _is_noise(document: Document, block: Block, found: Finding, known: KnownWords) -> bool:
    text = document.text
    touched = text[max(0, found.span.start - 1) : found.span.end + 1]
    if PLACEHOLDER in touched:
        return True
    if found.kind.family is Family.SPELLING and known.cover(text, found.span):
        return True
    if found.opening and block.kind is not BlockKind.PARAGRAPH:
        return True  # a heading, an item and a cell need be no sentence
    return found.unknown and (_is_marked(text, found) or _is_name(document, found))


def _is_marked(text: str, found: Finding) -> bool:
    """Whether the dictionary lacks the word only because a mark of another script clings to it."""
    here = found.span.of(text)
    bare = here.strip(_MARKS)
    return bare != here and bare in found.replacements


def _is_name(document: Document, found: Finding) -> bool:
    if not is_name(document.text, found.span):
        return False
    best = found.replacements[:1]
    return not (best and opens_sentence(document, found.span, best[0]))


def _issue(engine: str, text: str, found: Finding) -> Issue:
    here = found.span.of(text)
    message = f"“{here}” may be misspelt." if found.unknown else found.message
    wanted = dict.fromkeys(r for r in found.replacements if r != here)
    return Issue(
        rule=found.rule if found.own else f"{engine}/{found.rule}",
        span=found.span,
        message=message,
        family=found.kind.family,
        category=found.kind.category,
        severity=found.kind.severity,
        confidence=found.kind.confidence,
        fixes=tuple(
            _fix(found.span, here, text, Safety.REVIEW if n else found.kind.safety)
            for n, text in enumerate(list(wanted)[:MOST_FIXES])
        ),
        engine=engine,
    )


def _fix(span: Span, here: str, text: str, safety: Safety) -> Fix:
    title = f"Replace with “{text}”" if text else f"Remove “{here}”"
    return Fix(title, (Edit(span, text),), safety)
