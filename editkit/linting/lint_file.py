"""Linting of one file: parses it, runs checks, resolves and locates issues."""

from collections import Counter, deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from editkit.core.document import Document, Package
from editkit.core.engine import EngineError, EngineOutput
from editkit.core.errors import INTERRUPTIONS, InputError, describe, single_file
from editkit.core.issue import Issue
from editkit.core.result import (
    DocumentResult,
    EngineReport,
    EngineState,
    FileResult,
    Notice,
    PlacedIssue,
)
from editkit.core.taxonomy import Family
from editkit.formats.reading import is_read_as_prose
from editkit.languages.prose_view import code_of
from editkit.linting.checked_rules import CheckedRules
from editkit.linting.compact_result import package_notices
from editkit.linting.files.source_file import SourceFile, read, resolve_format
from editkit.linting.fingerprint import with_fingerprints
from editkit.linting.fixes.exclusive_fixes import exclude_conflicts
from editkit.linting.fixes.repeated_terms import review_repeated_terms
from editkit.linting.fixes.wrapped_fixes import with_line_wraps
from editkit.linting.locate import Placer
from editkit.linting.plugins import checked_issues
from editkit.linting.previews import by_status
from editkit.linting.resolve import merge_duplicates, within_thresholds
from editkit.linting.suppression.suppressions import UNUSED_SUPPRESSION, apply_suppressions
from editkit.linting.toolset import Toolset
from editkit.linting.verification import verify
from editkit.text.segmenter import segment
from editkit.text.tokens import count_words


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """A file with its segmented documents, or the error that it could not be read for."""

    file: SourceFile
    package: Package | None
    error: Notice | None = None

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents of the file; empty if it could not be read."""
        return self.package.documents if self.package else ()


def parse(file: SourceFile, lang: str) -> ParsedFile:
    """Return the segmented documents of a file; any failure becomes its `error`."""
    try:
        return ParsedFile(file, read_segmented(file, lang))
    except InputError as error:
        return ParsedFile(file, None, Notice(error.message, file.uri))


def read_segmented(file: SourceFile, lang: str) -> Package:
    """Return the segmented documents of a file; raise InputError if it cannot be read."""
    with single_file(file.uri, "cannot be read"):
        package = read(file, lang)
        return replace(package, documents=tuple(map(segment, package.documents)))


def lint_file(
    parsed: ParsedFile, toolset: Toolset, next_outputs: Sequence[Callable[[], EngineOutput]]
) -> FileResult:
    """Return the result of a file; if that fails for any reason, it was not read.

    `next_outputs` has one function per engine; each call returns the engine's output
    for the next document.
    """
    package = parsed.package
    if package is None:
        notices = (*toolset.notices, *([parsed.error] if parsed.error else []))
        return FileResult(parsed.file.uri, None, "", 0, (), toolset.reports, notices)
    outputs = deque(each for _ in package.documents for each in next_outputs)
    try:
        with single_file(package.uri, "cannot be checked"):
            return _lint_package(package, parsed, toolset, outputs)
    except InputError as error:
        while outputs:  # so that the next call returns the output for the next file
            outputs.popleft()()
        unread = FileResult(package.uri, None, "", 0, (), toolset.reports, toolset.notices)
        return unread.as_unread(error.message)


def _lint_package(
    package: Package,
    parsed: ParsedFile,
    toolset: Toolset,
    outputs: deque[Callable[[], EngineOutput]],
) -> FileResult:
    """Return the result of a file that was read, and remove each of `outputs` that is used."""
    seen: Counter[str] = Counter()
    check_notices: list[Notice] = []
    failed: dict[str, EngineError] = {}
    parts: list[DocumentResult] = []
    original = _original(parsed)
    for document in package.documents:
        # Checks run before waiting for an engine, which works in another thread meanwhile.
        issues, failures = toolset.run_checks(document, original)
        code = code_of(document, toolset.setup)
        check_notices += failures
        for engine in toolset.engines:
            output = _valid_output(document, outputs.popleft()())
            if isinstance(output, EngineError):
                failed[engine.name] = output
            elif engine.needs_verification:
                issues += code.without_issues(verify(document, output, toolset))
            else:
                issues += code.without_issues(output)
        reports = tuple(_with_failure(each, failed.get(each.name)) for each in toolset.reports)
        ran = toolset.rules - {each.rule for each in failures}
        checked = CheckedRules(toolset.settings, reports, ran)
        placed = _resolve(document, issues, parsed, toolset, seen, checked)
        parts.append(DocumentResult(document, placed))
    engine_notices = (Notice(str(error), package.uri, name) for name, error in failed.items())
    return FileResult(
        uri=package.uri,
        package=package,
        sha256=sha256(package.data).hexdigest(),
        words=sum(count_words(document.text) for document in package.documents),
        documents=tuple(parts),
        engines=tuple(
            _with_failure(report, failed.get(report.name)) for report in toolset.reports
        ),
        notices=(
            *toolset.notices,
            *package_notices(package),
            *check_notices,
            *engine_notices,
        ),
    )


def _valid_output(document: Document, output: EngineOutput) -> EngineOutput:
    """Return the output of an engine, or an error if it is not about the document."""
    if isinstance(output, EngineError):
        return output
    try:
        return checked_issues(document, output)
    except INTERRUPTIONS:
        raise
    except BaseException as error:  # noqa: BLE001  (one engine must not make the file unread)
        return EngineError(f"The engine failed: {describe(error)}.")


def _original(parsed: ParsedFile) -> Document | None:
    """Return the text that a file of one document was translated from, if it is known."""
    if parsed.file.original is None or len(parsed.documents) != 1:
        return None
    return Document.plain(parsed.file.original, lang="und", uri=parsed.file.uri)


def _resolve(
    document: Document,
    issues: Iterable[Issue],
    parsed: ParsedFile,
    toolset: Toolset,
    seen: Counter[str],
    checked: CheckedRules,
) -> tuple[PlacedIssue, ...]:
    """Return the reported issues of a document, located in its source and sorted."""
    settings, file_format = toolset.settings, resolve_format(parsed.file)
    is_prose = is_read_as_prose(file_format)
    enabled = (
        issue
        for issue in by_status(issues, preview=settings.preview)
        if settings.is_enabled(issue.rule, issue.family)
        and not toolset.is_allowed(document, issue)
        # A page or a Word document has its footer on purpose: it is not left over from copying.
        and not (is_prose and issue.family is Family.WEB)
    )
    kept, suppression_issues = apply_suppressions(
        document, enabled, file_format=file_format, was_checked=checked.includes
    )
    # Thresholds come last, so that a suppression of an issue they hide counts as used.
    wrapped = with_line_wraps(document.text, within_thresholds(settings, kept))
    shown = merge_duplicates(document.text, wrapped)
    placer = Placer(document, file_format, toolset.locate_in_file)
    located = [placer.place(issue) for issue in with_fingerprints(document, shown, seen)]
    placed = exclude_conflicts(document, review_repeated_terms(document, located))
    if settings.is_enabled(UNUSED_SUPPRESSION.id, UNUSED_SUPPRESSION.family):
        spans = dict(suppression_issues)
        for issue in within_thresholds(settings, spans):
            [identified] = with_fingerprints(document, (issue,), seen)
            placed.append(placer.place(identified, spans[issue]))
    return tuple(sorted(placed, key=_position))


def _position(placed: PlacedIssue) -> tuple[int, int, str]:
    span = placed.location.span
    return span.start, span.end, placed.issue.rule


def _with_failure(report: EngineReport, failure: EngineError | None) -> EngineReport:
    if failure is None:
        return report
    return replace(report, state=EngineState.FAILED, reason=str(failure))
