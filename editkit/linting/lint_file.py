"""From one file and what was found in it to its result."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from editkit.core.document import Document, Package
from editkit.core.engine import EngineError
from editkit.core.errors import INTERRUPTIONS, InputError
from editkit.core.issue import Issue
from editkit.core.result import (
    DocumentResult,
    EngineReport,
    FileResult,
    Notice,
    PlacedIssue,
    State,
)
from editkit.linting.discovery import Found, form_of, read
from editkit.linting.fingerprint import stamp
from editkit.linting.locate import Placer
from editkit.linting.resolve import at_least, merged
from editkit.linting.suppressions import UNUSED, suppressed
from editkit.linting.toolset import Workbench
from editkit.text.segmenter import segment
from editkit.text.tokens import count_words

Outcome = tuple[Issue, ...] | EngineError


@dataclass(frozen=True, slots=True)
class Parsed:
    """A file with its documents in segments, or why it has none."""

    found: Found
    package: Package | None
    fault: Notice | None = None

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents of the file, none where it could not be read."""
        return self.package.documents if self.package else ()


def parse(found: Found, lang: str) -> Parsed:
    """Return the documents of a file; whatever is wrong with it becomes its fault."""
    try:
        package = read(found, lang)
        documents = tuple(segment(document) for document in package.documents)
    except InputError as error:
        return Parsed(found, None, Notice(error.message, found.uri))
    except INTERRUPTIONS:
        raise
    except BaseException as error:  # noqa: BLE001  (one file must not end the run)
        why = f"This file cannot be read: {type(error).__name__}: {error}."
        return Parsed(found, None, Notice(why, found.uri))
    return Parsed(found, replace(package, documents=documents))


def examine(
    parsed: Parsed, bench: Workbench, engines: Sequence[Callable[[], Outcome]]
) -> FileResult:
    """Return the result of a file; `engines` tell, call by call, of one document after another."""
    package = parsed.package
    if package is None:
        notices = (*bench.notices, *([parsed.fault] if parsed.fault else []))
        return FileResult(parsed.found.uri, None, "", 0, (), bench.reports, notices)
    seen: Counter[str] = Counter()
    notices_of_checks: list[Notice] = []
    failed: dict[str, EngineError] = {}
    parts: list[DocumentResult] = []
    for document in package.documents:
        # Before an engine is waited for: it is at work meanwhile.
        issues, faults = bench.issues(document)
        notices_of_checks += faults
        for engine, following in zip(bench.engines, engines, strict=True):
            outcome = following()
            if isinstance(outcome, EngineError):
                failed[engine.name] = outcome
            else:
                issues += outcome
        parts.append(DocumentResult(document, _resolved(document, issues, parsed, bench, seen)))
    lost = (Notice(str(error), package.uri, name) for name, error in failed.items())
    return FileResult(
        uri=package.uri,
        package=package,
        sha256=sha256(package.data).hexdigest(),
        words=sum(count_words(document.text) for document in package.documents),
        documents=tuple(parts),
        engines=tuple(_after(report, failed.get(report.name)) for report in bench.reports),
        notices=(*bench.notices, *notices_of_checks, *lost),
    )


def _resolved(
    document: Document,
    issues: Iterable[Issue],
    parsed: Parsed,
    bench: Workbench,
    seen: Counter[str],
) -> tuple[PlacedIssue, ...]:
    """Return what a reader is shown of the issues of a document, each in its place."""
    settings, form = bench.settings, form_of(parsed.found)
    wanted = (
        issue
        for issue in issues
        if settings.wants(issue.rule, issue.family) and not bench.right(document, issue)
    )
    kept, remarks = suppressed(document, wanted, plain=form.name == "plain", judged=bench.judged)
    # Thresholds come last, so that what they hide still counts as suppressed.
    shown = merged(document.text, at_least(settings, kept))
    placer = Placer(document, form, bench.elsewhere)
    placed = [placer.place(issue) for issue in stamp(document, shown, seen)]
    if settings.wants(UNUSED.id, UNUSED.family):
        about = dict(remarks)
        for issue in at_least(settings, about):
            [stamped] = stamp(document, (issue,), seen)
            placed.append(placer.place(stamped, about[issue]))
    return tuple(sorted(placed, key=_place))


def _place(placed: PlacedIssue) -> tuple[int, int, str]:
    span = placed.place.span
    return span.start, span.end, placed.issue.rule


def _after(report: EngineReport, failure: EngineError | None) -> EngineReport:
    if failure is None:
        return report
    return replace(report, state=State.FAILED, reason=str(failure))
