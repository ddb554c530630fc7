"""Issue fingerprints: identify an issue when the text around it moves."""

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from unicodedata import normalize

from editkit.core.document import Document
from editkit.core.issue import Issue
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.renamed_rules import first_id
from editkit.core.span import Span

_MAX_CONTEXT = 200
"""Code points on each side of an issue that are searched for its context words."""
_FIRST_CONTEXT = 40
"""Code points searched first, for speed; they contain the context words unless these are long."""
_CONTEXT_WORDS = 2
_WORD = lazy_pattern(r"\w+")
_FIRST_TWO = lazy_pattern(r"\W*(\w+)(?:\W+(\w+))?")


def with_fingerprints(
    document: Document, issues: Iterable[Issue], seen: Counter[str]
) -> Iterator[Issue]:
    """Yield the issues, which are in order of position, with their fingerprints.

    A fingerprint is the SHA-256 of the first id of the rule, the case-folded text, two
    words on each side, and the number of the occurrence in the file, counted in `seen`.
    So edits elsewhere in the file do not change it.
    """
    for issue in issues:
        identity = "\0".join((first_id(issue.rule), *_text_and_context(document.text, issue.span)))
        seen[identity] += 1
        number = str(seen[identity])
        yield _with_fingerprint(issue, sha256(f"{identity}\0{number}".encode()).hexdigest())


def _with_fingerprint(issue: Issue, fingerprint: str) -> Issue:
    # Not `dataclasses.replace`, which is several times slower.
    return Issue(
        issue.rule,
        issue.span,
        issue.message,
        issue.family,
        issue.category,
        issue.severity,
        issue.confidence,
        issue.fixes,
        issue.related,
        issue.engine,
        issue.concept,
        issue.also,
        fingerprint,
        issue.status,
    )


def _text_and_context(text: str, span: Span) -> tuple[str, str, str]:
    before = _preceding_words(text, span.start)
    after = _FIRST_TWO.match(text, span.end, span.end + _MAX_CONTEXT)
    following = f"{after[1]} {after[2] or ''}" if after else ""
    return fold_case(span.of(text)), fold_case(" ".join(before)), fold_case(following)


def _preceding_words(text: str, at: int) -> list[str]:
    words: list[str] = _WORD.findall(text, max(0, at - _FIRST_CONTEXT), at)
    if len(words) <= _CONTEXT_WORDS:  # the first word may be cut off
        words = _WORD.findall(text, max(0, at - _MAX_CONTEXT), at)
    return words[-_CONTEXT_WORDS:]


def fold_case(text: str) -> str:
    """Return `text` in NFKC with case folded and each run of white space as one space."""
    plain = text.lower() if text.isascii() else normalize("NFKC", text).casefold()
    return " ".join(plain.split())
