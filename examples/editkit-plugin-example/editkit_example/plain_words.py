"""Engine `plain-words`: shorter words for wordy phrases."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import ClassVar

from editkit.core.document import Document
from editkit.core.engine import Engine, EngineOutput
from editkit.core.setup import Setup
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family
from editkit.engines.findings import Finding, FindingClass, FindingPolicy, to_issues

_PLAIN = {
    "at this point in time": "now",
    "in order to": "to",
    "in the event that": "if",
    "prior to": "before",
    "subsequent to": "after",
}
_WORDY = re.compile(rf"\b(?:{'|'.join(map(re.escape, _PLAIN))})\b", re.IGNORECASE)
_CLASS = FindingClass(Family.STYLE, "style/organizational-style", confidence=Confidence.MEDIUM)


class PlainWords(Engine):
    """An engine that runs in this process and needs nothing."""

    name: ClassVar[str] = "plain-words"

    def __init__(self, setup: Setup, keep: Collection[str] = ()) -> None:
        self._policy = setup.shared(FindingPolicy)
        self._kept = {phrase.lower() for phrase in keep}

    @property
    def version(self) -> str:
        """The version of the list."""
        return "1"

    def run(self, documents: Iterable[Document]) -> Iterator[EngineOutput]:
        """Yield the issues of each document."""
        for document in documents:
            wordy = (m for m in _WORDY.finditer(document.text) if m[0].lower() not in self._kept)
            yield to_issues(self.name, document, map(_finding, wordy), self._policy)

    def close(self) -> None:
        """Do nothing: it holds no resources."""


def _finding(match: re.Match[str]) -> Finding:
    plain = _PLAIN[match[0].lower()]
    if match[0][0].isupper():
        plain = plain.capitalize()
    return Finding(
        rule="WORDY",
        span=Span(*match.span()),
        message=f"“{match[0]}” is longer than “{plain}”.",
        groups=(),
        replacements=(plain,),
        finding_class=_CLASS,
    )
