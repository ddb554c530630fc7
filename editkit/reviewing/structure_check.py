"""Structure check of review: which fixes are offered, and which decided edits are refused."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from editkit.core.document import Document
from editkit.core.errors import InputError
from editkit.core.fix import Safety, Splice
from editkit.core.format import Format
from editkit.core.result import DocumentResult, FileResult, Notice, SourceFix
from editkit.core.splices import apply_splices
from editkit.core.storage.json_reader import quoted
from editkit.fixing.apply import select_compatible
from editkit.fixing.encoding_check import lacking_in
from editkit.fixing.structure import split_by_structure
from editkit.formats import format_named
from editkit.formats.reading import source_splices
from editkit.linting.locate import LineIndex
from editkit.reviewing.decisions import Decision, DecisionState

_MAX_ROUNDS = 8
"""Limit of the sets of fixes that are tried for one document."""


def without_structure_changes(result: FileResult) -> FileResult:
    """Return a result without the fixes that would change more than the text of its file.

    Those that need a character which the encoding of the file lacks are left out as well.
    """
    if (package := result.package) is None:
        return result
    if not package.encoding.startswith("utf-"):
        result = _without_lacking_characters(result, package.encoding)
    file_format = format_named(package.format)
    if type(file_format).same_structure is Format.same_structure:
        return result
    parts = tuple(_without_rejected(part, file_format) for part in result.documents)
    return replace(result, documents=parts)


def _without_lacking_characters(result: FileResult, encoding: str) -> FileResult:
    parts = (
        (part, {f for each in part.issues for f in each.fixes if lacking_in(encoding, f)})
        for part in result.documents
    )
    documents = tuple(_without(part, lacking) if lacking else part for part, lacking in parts)
    return replace(result, documents=documents)


def _without_rejected(part: DocumentResult, file_format: Format) -> DocumentResult:
    rejected = _rejected(part, file_format)
    return _without(part, rejected) if rejected else part


def _without(part: DocumentResult, rejected: Collection[SourceFix]) -> DocumentResult:
    issues = tuple(
        replace(placed, fixes=tuple(fix for fix in placed.fixes if fix not in rejected))
        for placed in part.issues
    )
    return replace(part, issues=issues)


def _rejected(part: DocumentResult, file_format: Format) -> set[SourceFix]:
    """Return the fixes that would change the structure; compatible ones are tried together."""
    rejected: set[SourceFix] = set()
    waiting = tuple(fix for placed in part.issues for fix in placed.fixes)
    for _ in range(_MAX_ROUNDS):
        compatible, waiting = select_compatible(waiting)
        rejected.update(split_by_structure(part.document.raw, file_format, compatible)[1])
        if not waiting:
            break
    return rejected


def check_structure(
    document: Document, file_format: Format, approved: Sequence[Decision], uri: str
) -> tuple[Notice, ...]:
    """Return a notice for each edit that a person rewrote so that it changes the structure.

    Raises InputError for an accepted proposal that would do so: its reader saw a change of text.
    """
    lines = LineIndex(document.raw)
    changing = _changing(document, file_format, approved)
    if not changing:
        return ()
    proposals = [each for each in approved if each.state is not DecisionState.REWRITTEN]
    structure = f"the {file_format.name.partition('+')[0].capitalize()} structure"
    if refused := _changing(document, file_format, proposals):
        raise InputError(
            f"Edit {quoted(refused[0].edit_id)} would change {structure}; "
            "reject or rewrite it. Nothing was written.",
            uri=uri,
            line=lines.locate(refused[0].edits[0].span).line,
        )
    return tuple(
        Notice(f"The rewritten edit {quoted(each.edit_id)} changes {structure}.", uri)
        for each in changing
        if each.state is DecisionState.REWRITTEN
    )


def _changing(
    document: Document, file_format: Format, decisions: Sequence[Decision]
) -> list[Decision]:
    """Return the decisions that would change the structure."""
    pairs = [(source_fix(each), each) for each in decisions if each.edits]
    _, rejected = split_by_structure(document.raw, file_format, [fix for fix, _ in pairs])
    ids = set(map(id, rejected))
    return [each for fix, each in pairs if id(fix) in ids]


def written_splices(
    document: Document, file_format: Format, approved: Sequence[Decision], uri: str
) -> tuple[Splice, ...]:
    """Return the source edits of approved edits of the prose.

    Raises InputError for an edit that would change more than text, such as one that removes an
    image or a placeholder.
    """
    found = set()
    for decision in approved:
        splices = tuple(Splice(edit.span, edit.replacement) for edit in decision.edits)
        written = source_splices(file_format, document, splices)
        if written is None:
            raise _unwritable(document, decision, uri)
        found |= {(each.span, each.text) for each in written}
    result = tuple(Splice(span, text) for span, text in sorted(found))
    if not file_format.same_structure(document.raw, apply_splices(document.raw, result)):
        raise _unwritable(document, approved[0], uri)
    return result


def _unwritable(document: Document, decision: Decision, uri: str) -> InputError:
    at = LineIndex(document.text).locate(decision.edits[0].span)
    label = document.label_at(at.span.start)
    place = f" in {label}" if label else ""
    return InputError(
        f"Edit {quoted(decision.edit_id)}{place} would change more than text, such as an image "
        "or a placeholder; reject or rewrite it. Nothing was written.",
        uri=uri,
        line=at.line,
    )


def source_fix(decision: Decision) -> SourceFix:
    """Return the edits of a decision as a fix, with the id of the edit as its title."""
    splices = tuple(Splice(edit.span, edit.replacement) for edit in decision.edits)
    return SourceFix(decision.edit_id, Safety.REVIEW, splices)
