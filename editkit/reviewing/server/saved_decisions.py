"""Decisions as they are saved: with what the page does not know."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from editkit.core.errors import InputError
from editkit.core.result import FileResult
from editkit.core.storage.json_reader import quoted
from editkit.reviewing.decisions import Decisions, DocumentKey, FileDecisions


def refuse_unknown(sent: Decisions, names: Collection[str]) -> None:
    """Raise InputError if decisions name a file that is not under review."""
    for number, file in enumerate(sent.files):
        if file.path not in names:
            pointer = f"files[{number}].path: {quoted(file.path)}"
            raise InputError(f"{pointer} is none of the files under review.", uri="decisions")


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


def merged(earlier: Decisions, later: Decisions) -> Decisions:
    """Return the decisions of both; of two about the same edit, the later one."""
    files = {file.key: file for file in earlier.files}
    for file in later.files:
        known = files.get(file.key)
        if known is None or known.sha256 != file.sha256:
            files.setdefault(file.key, file)
            continue
        by_edit_id = {each.edit_id: each for each in (*known.decisions, *file.decisions)}
        files[file.key] = replace(known, decisions=tuple(by_edit_id.values()))
    return replace(
        earlier,
        files=tuple(files.values()),
        words=tuple(dict.fromkeys((*earlier.words, *later.words))),
        glossary=tuple(dict.fromkeys((*earlier.glossary, *later.glossary))),
    )
