"""Cross-file analysis: checks for consistency over all files of a run."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import lru_cache, partial
from hashlib import sha256
from itertools import groupby
from operator import itemgetter

from editkit.config import Settings
from editkit.core.check import Check, CollectingCheck
from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.errors import INTERRUPTIONS, log_failure
from editkit.core.issue import Issue, Related
from editkit.core.result import Location
from editkit.core.source_map import SourceMap
from editkit.languages.prose_view import prose_view
from editkit.linting.corpus_counts import CorpusCounts
from editkit.linting.files.source_file import SourceFile, try_read, with_bytes
from editkit.linting.lint_file import parse
from editkit.linting.locate import LineIndex, unknown_location
from editkit.linting.toolset import Toolset

_MAX_CACHED_SOURCES = 16
"""Number of other documents whose line index is kept to locate related issues."""
_PART_SEPARATOR = "\0"
"""Separates the URI of a file, which cannot contain it, from the name of a part."""


class CorpusAnalysis:
    """The counts of collecting checks over all files of a run.

    `files` are in the order in which they are counted. `counts` may contain files that
    other processes have counted; places in a file that is not in `files` have no line.
    """

    def __init__(
        self, files: Iterable[tuple[Settings, SourceFile]], counts: CorpusCounts | None = None
    ) -> None:
        self.files = sorted(files, key=lambda file: file[1].uri)
        self._by_uri = {file.uri: (settings, file) for settings, file in self.files}
        self.counts = CorpusCounts() if counts is None else counts
        self._load_source: Callable[[str, str | None], tuple[LineIndex, SourceMap] | None]
        self._load_source = lru_cache(_MAX_CACHED_SOURCES)(self._parse_source)

    def collect(self, toolset: Toolset, document: Document) -> None:
        """Add a document to the counts of each collecting check; skip checks that fail."""
        visible = prose_view(document, toolset.setup)
        counted = LintContext(_with_part_uri(visible), toolset.setup)
        self.counts.add_document(document)
        for check in toolset.checks:
            if isinstance(check, CollectingCheck) and check.rule.applies_to(document.lang):
                try:
                    counts = check.collect(counted)
                    self.counts.add(toolset.settings, check, document, counts)
                except INTERRUPTIONS:
                    raise
                except BaseException as error:  # noqa: BLE001  (`run_checks` reports it)
                    log_failure(error)
                    self.counts.add_failure(check, document)

    def bind(self, toolset: Toolset) -> Toolset:
        """Return a copy of `toolset` whose collecting checks use the counts of all files."""
        return replace(
            toolset, run_check=partial(self._run, toolset.settings), locate_in_file=self._locate
        )

    def _run(self, settings: Settings, check: Check, context: LintContext) -> Iterator[Issue]:
        if not isinstance(check, CollectingCheck):
            return check.run(context)
        counts = self.counts.get(settings, check, context)
        if counts is None:
            return check.run(context)
        return map(_with_related_parts, check.report(context.get(_part_context), counts))

    def _locate(self, related: Related) -> Location:
        source = self._load_source(related.uri, related.part) if related.uri else None
        if source is None:
            return unknown_location(related.span)
        lines, source_map = source
        return lines.locate(source_map.locate(related.span))

    def _parse_source(self, uri: str, part: str | None) -> tuple[LineIndex, SourceMap] | None:
        if uri not in self._by_uri:
            return None
        settings, file = self._by_uri[uri]
        package = try_read(file, settings.lang)
        for document in package.documents if package else ():
            if document.part == part:
                return LineIndex(document.raw), document.source_map
        return None


def analyze_corpus(
    files: Iterable[tuple[Settings, SourceFile]],
    lease: Callable[[Settings], AbstractContextManager[Toolset]],
) -> CorpusAnalysis:
    """Return the cross-file analysis; each file is read once, and not kept.

    `lease` lends the toolset for given settings.
    """
    analysis = CorpusAnalysis(files)
    for settings, group in groupby(analysis.files, key=itemgetter(0)):
        with lease(settings) as toolset:
            for _, file in group:
                for document in parse(file, settings.lang).documents:
                    analysis.collect(toolset, document)
    return analysis


def corpus_digest(files: Sequence[tuple[Settings, SourceFile]]) -> str:
    """Return a digest of the contents and settings of all files."""
    digest = sha256()
    for settings, file in sorted(files, key=lambda file: file[1].uri):
        content = sha256(with_bytes(file).data or b"").digest()
        relevant = replace(settings, color="auto", baseline=None)
        digest.update(repr((relevant, file.uri, file.format, content)).encode(errors="replace"))
    return digest.hexdigest()


def _part_context(context: LintContext) -> LintContext:
    """Return the context of a document with its part in its URI."""
    if context.document.part is None:
        return context
    return LintContext(_with_part_uri(context.document), context.setup, context.original)


def _with_part_uri(document: Document) -> Document:
    """Return a document with its part in its URI.

    Checks compare the URIs of positions: a position in another part of the same file is not
    in this document.
    """
    if document.part is None:
        return document
    return replace(document, uri=f"{document.uri}{_PART_SEPARATOR}{document.part}")


def _with_related_parts(issue: Issue) -> Issue:
    """Return an issue with the parts of its related places apart from their URIs."""
    if not any(related.uri and _PART_SEPARATOR in related.uri for related in issue.related):
        return issue
    return replace(issue, related=tuple(map(_with_part, issue.related)))


def _with_part(related: Related) -> Related:
    uri, separator, part = (related.uri or "").partition(_PART_SEPARATOR)
    return replace(related, uri=uri, part=part) if separator else related
