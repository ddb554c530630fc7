"""Several files as one text, for the checks that compare what stands in different places."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from hashlib import sha256
from typing import Any

from editkit.config import Settings
from editkit.core.check import Check, CollectingCheck
from editkit.core.document import Document
from editkit.core.errors import INTERRUPTIONS
from editkit.core.issue import Issue
from editkit.core.result import Place
from editkit.core.source_map import SourceMap
from editkit.core.span import RawSpan, Span
from editkit.linting.discovery import Found, hold, package_of
from editkit.linting.locate import LineIndex
from editkit.linting.toolset import Workbench

_AT_HAND = 16
"""How many other files are kept in memory to say on which of their lines something stands."""

_Topic = tuple[object, ...]
_Part = tuple[str, str, str | None]


class Sum:
    """Adds up counts in time that does not grow with the square of their number."""

    def __init__(self) -> None:
        self._sums: list[tuple[int, Any]] = []

    def add(self, counts: Any) -> None:  # noqa: ANN401  (each check has counts of its own)
        """Take in the counts of one more document."""
        size = 1
        while self._sums and self._sums[-1][0] == size:
            size, counts = 2 * size, self._sums.pop()[1].merge(counts)
        self._sums.append((size, counts))

    def total(self) -> Any:  # noqa: ANN401  (as above)
        """Return the counts of all documents so far, of which there is one at least."""
        total = self._sums[-1][1]
        for _, counts in reversed(self._sums[:-1]):
            total = counts.merge(total)
        self._sums = [(1, total)]
        return total


class Among:
    """What collecting checks have counted in the files of a run, to be compared.

    Counts of one rule are joined where it means the same: for one language,
    glossary and set of options, whatever else the settings of the files say.
    `files` are in the order in which they are counted.
    """

    def __init__(self, files: Iterable[tuple[Settings, Found]]) -> None:
        self.files = sorted(files, key=lambda file: file[1].uri)
        self._by_uri = {found.uri: (settings, found) for settings, found in self.files}
        self._sums: dict[_Topic, Sum] = {}
        self._texts: dict[_Part, int] = {}
        self._source: Callable[[str], tuple[LineIndex, SourceMap] | None]
        self._source = lru_cache(_AT_HAND)(self._parsed)

    def collect(self, bench: Workbench, document: Document) -> None:
        """Count what stands in a document; one that a check cannot count is left out."""
        for check in bench.checks:
            if isinstance(check, CollectingCheck) and check.rule.applies_to(document.lang):
                try:
                    counts = check.collect(document)
                except INTERRUPTIONS:
                    raise
                except BaseException:  # noqa: BLE001, S112  (it fails again when it is to report)
                    continue
                topic = _topic(bench.settings, check, document)
                self._sums.setdefault(topic, Sum()).add(counts)
                self._texts[_part(check, document)] = hash(document.text)

    def seat(self, bench: Workbench) -> Workbench:
        """Return a workbench like `bench` that checks each document among all others."""
        return replace(bench, run=partial(self._run, bench.settings), elsewhere=self._place)

    def _run(self, settings: Settings, check: Check, document: Document) -> Iterator[Issue]:
        counted = self._texts.get(_part(check, document)) == hash(document.text)
        if not counted or not isinstance(check, CollectingCheck):
            return check.run(document)
        return check.report(document, self._sums[_topic(settings, check, document)].total())

    def _place(self, uri: str, span: Span) -> Place:
        source = self._source(uri)
        if source is None:
            return Place(RawSpan(span.start, span.end), 1, 1)
        lines, source_map = source
        return lines.place(source_map.locate(span))

    def _parsed(self, uri: str) -> tuple[LineIndex, SourceMap] | None:
        settings, found = self._by_uri[uri]
        package = package_of(found, settings.lang)
        if package is None or len(package.documents) != 1:
            return None
        [document] = package.documents
        return LineIndex(document.raw), document.source_map


def scope(files: Sequence[tuple[Settings, Found]]) -> str:
    """Return what changes when any of the files does, or its settings."""
    digest = sha256()
    for settings, found in sorted(files, key=lambda file: file[1].uri):
        content = sha256(hold(found).data or b"").digest()
        told = replace(settings, color="auto", baseline=None)
        digest.update(repr((told, found.uri, found.format, content)).encode(errors="replace"))
    return digest.hexdigest()


def _topic(settings: Settings, check: Check, document: Document) -> _Topic:
    rule = check.rule.id
    return (rule, document.lang, settings.glossaries, dict(settings.options).get(rule))


def _part(check: Check, document: Document) -> _Part:
    return (check.rule.id, document.uri, document.part)
