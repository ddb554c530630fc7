"""What an issue is known by when its text has moved."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from unicodedata import normalize

from editkit.core.document import Document
from editkit.core.issue import Issue
from editkit.core.span import Span

_REACH = 200
"""How many code points beside an issue are searched for its two neighbouring words."""
_WORD = re.compile(r"\w+")


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
        yield replace(issue, fingerprint=sha256(f"{known}\0{number}".encode()).hexdigest())


def _around(text: str, span: Span) -> tuple[str, str, str]:
    before = _WORD.findall(text, max(0, span.start - _REACH), span.start)[-2:]
    after = _WORD.findall(text, span.end, span.end + _REACH)[:2]
    return _fold(span.of(text)), _fold(" ".join(before)), _fold(" ".join(after))


def _fold(text: str) -> str:
    return " ".join(normalize("NFKC", text).casefold().split())
