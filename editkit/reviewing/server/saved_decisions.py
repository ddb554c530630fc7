"""Decisions as they are saved: with what the page does not know."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from editkit.core.result import FileResult
from editkit.reviewing.decisions import Decisions, DocumentKey, FileDecisions


def not_on_page(
    known: Decisions, results: Sequence[FileResult], sent: Decisions
) -> Iterator[FileDecisions]:
    """Yield the known decisions about unreadable files that the page has not sent."""
    unreadable = {result.uri for result in results if result.package is None}
    keys = {file.key for file in sent.files}
    for file in known.files:
        if file.path in unreadable and file.key not in keys:
            yield file


def with_issue_texts(
    file: FileDecisions, texts: Mapping[tuple[DocumentKey, str], str]
) -> FileDecisions:
    """Return decisions with the flagged text of each suppressed issue."""
    decisions = (
        replace(each, text=texts.get((file.key, each.edit_id), ""))
        if each.suppress and not each.text
        else each
        for each in file.decisions
    )
    return replace(file, decisions=tuple(decisions))
