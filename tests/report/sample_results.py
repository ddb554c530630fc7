"""Results with an issue, for reporters."""

from collections.abc import Sequence
from hashlib import sha256

from editkit.core.document import Document, Package
from editkit.core.fix import Safety, Splice
from editkit.core.issue import ConceptRef, Issue, Origin, Related
from editkit.core.result import (
    DocumentResult,
    EngineReport,
    EngineState,
    FileResult,
    Location,
    Notice,
    PlacedIssue,
    SourceFix,
)
from editkit.core.span import RawSpan, Span
from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.linting.locate import LineIndex, unknown_location

RAW = "One line.\nHere a plnat, opened\nsince May.\n"


def issue_at(words: str) -> PlacedIssue:
    start = RAW.index(words)
    span = Span(start, start + len(words))
    issue = Issue(
        "languagetool/TYPO",
        span,
        "“plnat” may be\nmisspelt: 100%.",
        Family.SPELLING,
        "linguistic-conventions/spelling",
        Severity.MAJOR,
        Confidence.MEDIUM,
        engine="languagetool",
        related=(Related(Span(0, 3), "as here"), Related(Span(4, 6), "and there", "b.txt")),
        concept=ConceptRef("plant", None),
        also=(Origin("harper/SpellCheck", "harper"),),
        fingerprint="f" * 64,
    )
    at = LineIndex(RAW).locate(RawSpan(start, start + len(words)))
    fixes = (
        SourceFix(
            "Write “plant”",
            Safety.REVIEW,
            (Splice(RawSpan(start + 2, start + 4), "an"),),
        ),
    )
    there = (Location(RawSpan(0, 3), 1, 1, 1, 4), unknown_location(Span(4, 6)))
    return PlacedIssue(issue, at, fixes, there)


def result(
    uri: str, issues: Sequence[PlacedIssue] = (), notices: tuple[Notice, ...] = ()
) -> FileResult:
    document = Document.plain(RAW, lang="en", uri=uri)
    data = RAW.encode()
    return FileResult(
        uri,
        Package(uri, "plain", data, (document,)),
        sha256(data).hexdigest(),
        8,
        (DocumentResult(document, tuple(issues)),),
        (EngineReport("languagetool", "6.8", EngineState.RAN),),
        notices,
    )


def unread(uri: str) -> FileResult:
    return FileResult(uri, None, "", 0, notices=(Notice("No such file.", uri),))


GENERAL = Notice("Harper stands in.", engine="languagetool")
