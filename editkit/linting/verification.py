"""Verification: runs editkit's checks on sentences as an engine proposes to correct them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from editkit.core.document import Document
from editkit.core.fix import Edit, Fix
from editkit.core.issue import Issue
from editkit.core.span import Span
from editkit.core.taxonomy import Scope
from editkit.linting.toolset import Toolset
from editkit.text.segmenter import segment


def verify(document: Document, issues: Iterable[Issue], toolset: Toolset) -> Iterator[Issue]:
    """Yield the issues of an engine with the fixes that introduce no new issue.

    A fix is dropped if one of editkit's own checks finds more in the corrected sentences
    than in the original ones, or fails. An issue that had fixes and keeps none is dropped.
    Rules that compare documents are not run.
    """
    sentence_toolset = replace(
        toolset, checks=tuple(c for c in toolset.checks if c.rule.scope is not Scope.CORPUS)
    )
    for issue in issues:
        kept = tuple(
            fix for fix in issue.fixes if not _adds_issues(document, fix, sentence_toolset)
        )
        if kept or not issue.fixes:
            yield replace(issue, fixes=kept)


def _adds_issues(document: Document, fix: Fix, toolset: Toolset) -> bool:
    edits = sorted(fix.edits, key=lambda edit: edit.span)
    if not edits:
        return False
    span = _sentences_around(document, Span(edits[0].span.start, edits[-1].span.end))
    before, after = span.of(document.text), _corrected(document.text, span, edits)
    old, failed = _issues(document, before, toolset)
    new, failed_after = _issues(document, after, toolset)
    return failed or failed_after or bool(new - old)


def _issues(document: Document, text: str, toolset: Toolset) -> tuple[Counter[str], bool]:
    """Return the number of issues by rule in a text on its own, and whether a check failed."""
    alone = segment(Document.plain(text, lang=document.lang, uri=document.uri))
    issues, failures = toolset.run_checks(alone)
    return Counter(issue.rule for issue in issues), bool(failures)


def _sentences_around(document: Document, span: Span) -> Span:
    """Return the sentences that `span` overlaps, or `span` itself if there are none."""
    touched = [
        segment.span
        for segment in document.segments
        if segment.span.start <= span.end and span.start <= segment.span.end
    ]
    if not touched:
        return span
    return Span(min(span.start, touched[0].start), max(span.end, touched[-1].end))


def _corrected(text: str, span: Span, edits: Iterable[Edit]) -> str:
    pieces: list[str] = []
    at = span.start
    for edit in edits:
        pieces += (text[at : edit.span.start], edit.text)
        at = edit.span.end
    return "".join((*pieces, text[at : span.end]))
