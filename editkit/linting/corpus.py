"""Cross-file analysis: checks for consistency over all files of a run."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from hashlib import sha256
from typing import Any

from editkit.config import Settings
from editkit.core.check import Check, CollectingCheck
from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.errors import INTERRUPTIONS
from editkit.core.issue import Issue
from editkit.core.result import Location
from editkit.core.source_map import SourceMap
from editkit.core.span import RawSpan, Span
from editkit.linting.discovery import SourceFile, try_read, with_bytes
from editkit.linting.locate import LineIndex
from editkit.linting.toolset import Toolset

_MAX_CACHED_SOURCES = 16
"""Number of other files whose line index is kept to locate related issues."""

_CountsKey = tuple[object, ...]
_DocumentKey = tuple[str, str, str | None]


class MergeTree:
    """Merges counts pairwise, like a binary counter, in O(n log n) instead of O(n²)."""

    def __init__(self) -> None:
        self._levels: list[tuple[int, Any]] = []

    def add(self, counts: Any) -> None:  # noqa: ANN401  (each check has counts of its own)
        """Add the counts of one more document."""
        size = 1
        while self._levels and self._levels[-1][0] == size:
            size, counts = 2 * size, self._levels.pop()[1].merge(counts)
        self._levels.append((size, counts))

    def total(self) -> Any:  # noqa: ANN401  (as above)
        """Return the merged counts of all documents so far; there must be at least one."""
        total = self._levels[-1][1]
        for _, counts in reversed(self._levels[:-1]):
            total = counts.merge(total)
        self._levels = [(1, total)]
        return total


class CorpusAnalysis:
    """The counts of collecting checks over all files of a run.

    The counts of a rule are merged for files that share its language, glossaries
    and options, even if their other settings differ. `files` are in the order in
    which they are counted.
    """

    def __init__(self, files: Iterable[tuple[Settings, SourceFile]]) -> None:
        self.files = sorted(files, key=lambda file: file[1].uri)
        self._by_uri = {file.uri: (settings, file) for settings, file in self.files}
        self._counts: dict[_CountsKey, MergeTree] = {}
        self._text_hashes: dict[_DocumentKey, int] = {}
        self._load_source: Callable[[str], tuple[LineIndex, SourceMap] | None]
        self._load_source = lru_cache(_MAX_CACHED_SOURCES)(self._parse_source)

    def collect(self, toolset: Toolset, document: Document) -> None:
        """Add a document to the counts of each collecting check; skip checks that fail."""
        context = LintContext(document, toolset.setup)
        for check in toolset.checks:
            if isinstance(check, CollectingCheck) and check.rule.applies_to(document.lang):
                try:
                    counts = check.collect(context)
                except INTERRUPTIONS:
                    raise
                except BaseException:  # noqa: BLE001, S112  (the failure is reported by `run_checks`)
                    continue
                key = _counts_key(toolset.settings, check, document)
                self._counts.setdefault(key, MergeTree()).add(counts)
                self._text_hashes[_document_key(check, document)] = hash(document.text)

    def bind(self, toolset: Toolset) -> Toolset:
        """Return a copy of `toolset` whose collecting checks use the counts of all files."""
        return replace(
            toolset, run_check=partial(self._run, toolset.settings), locate_in_file=self._locate
        )

    def _run(self, settings: Settings, check: Check, context: LintContext) -> Iterator[Issue]:
        document = context.document
        is_counted = self._text_hashes.get(_document_key(check, document)) == hash(document.text)
        if not is_counted or not isinstance(check, CollectingCheck):
            return check.run(context)
        counts = self._counts[_counts_key(settings, check, document)]
        return check.report(context, counts.total())

    def _locate(self, uri: str, span: Span) -> Location:
        source = self._load_source(uri)
        if source is None:
            return Location(RawSpan(span.start, span.end), 1, 1)
        lines, source_map = source
        return lines.locate(source_map.locate(span))

    def _parse_source(self, uri: str) -> tuple[LineIndex, SourceMap] | None:
        settings, file = self._by_uri[uri]
        package = try_read(file, settings.lang)
        if package is None or len(package.documents) != 1:
            return None
        [document] = package.documents
        return LineIndex(document.raw), document.source_map


def corpus_digest(files: Sequence[tuple[Settings, SourceFile]]) -> str:
    """Return a digest of the contents and settings of all files."""
    digest = sha256()
    for settings, file in sorted(files, key=lambda file: file[1].uri):
        content = sha256(with_bytes(file).data or b"").digest()
        relevant = replace(settings, color="auto", baseline=None)
        digest.update(repr((relevant, file.uri, file.format, content)).encode(errors="replace"))
    return digest.hexdigest()


def _counts_key(settings: Settings, check: Check, document: Document) -> _CountsKey:
    rule = check.rule.id
    return (rule, document.lang, settings.glossaries, dict(settings.options).get(rule))


def _document_key(check: Check, document: Document) -> _DocumentKey:
    return (check.rule.id, document.uri, document.part)
