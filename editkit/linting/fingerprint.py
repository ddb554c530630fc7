"""What an issue is known by when its text has moved."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from unicodedata import normalize

from editkit.core.document import Document
from editkit.core.issue import Issue
from editkit.core.span import Span

_REACH = 200
"""How many code points beside an issue are searched for its two neighbouring words."""
_NEAR = 40
"""How many of them are searched first; they have the two words unless those are very long."""
_BESIDE = 2
_WORD = re.compile(r"\w+")
_FIRST_TWO = re.compile(r"\W*(\w+)(?:\W+(\w+))?")


def stamp(document: Document, issues: Iterable[Issue], seen: Counter[str]) -> Iterator[Issue]:
    """Yield the issues, in order of position, with their fingerprints.

    A fingerprint is the SHA-256 of the rule, the folded text, two words on each
    side, and how often all that was `seen` before in the file; so it outlives
    edits elsewhere.
    """
    for issue in issues:
        known = "\0".join((issue.rule, *_around(document.text, issue.span)))
        seen[known] += 1
        number = str(seen[known])
        yield _named(issue, sha256(f"{known}\0{number}".encode()).hexdigest())


def _named(issue: Issue, fingerprint: str) -> Issue:
    # Spelt out, since `dataclasses.replace` takes several times as long.
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
    )


def _around(text: str, span: Span) -> tuple[str, str, str]:
    before = _before(text, span.start)
    after = _FIRST_TWO.match(text, span.end, span.end + _REACH)
    behind = f"{after[1]} {after[2] or ''}" if after else ""
    return folded(span.of(text)), folded(" ".join(before)), folded(behind)


def _before(text: str, at: int) -> list[str]:
    near: list[str] = _WORD.findall(text, max(0, at - _NEAR), at)
    if len(near) <= _BESIDE:  # the first may be cut
        near = _WORD.findall(text, max(0, at - _REACH), at)
    return near[-_BESIDE:]


def folded(text: str) -> str:
    """Return `text` without what does not tell one text from another: case, kinds of spaces."""
    plain = text.lower() if text.isascii() else normalize("NFKC", text).casefold()
    return " ".join(plain.split())
