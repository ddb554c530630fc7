"""Command `editkit glossary`: checks a glossary, or proposes one from articles."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from editkit._version import __version__
from editkit.cli import glossary_mine
from editkit.cli.parameters.help import HelpGroup
from editkit.core.errors import InputError, single_file
from editkit.report.terminal import to_one_line
from editkit.text.counts import format_count

if TYPE_CHECKING:
    from editkit.termbase import LoadedGlossary
    from editkit.termbase.glossary_issue import GlossaryIssue


_NOT_PACK_FAULTS = frozenset({"no-preferred-term", "split-row", "two-preferences"})
"""Allowed in packs: one phrase of the source often has several wrong translations."""


@dataclass(frozen=True, slots=True)
class _CheckedFile:
    """A glossary file and its faults; `error` is set if it could not be read."""

    path: str
    concepts: int = 0
    faults: tuple["GlossaryIssue", ...] = ()
    notices: tuple[str, ...] = ()
    error: InputError | None = None


@click.group("glossary", cls=HelpGroup, help="Check a glossary, or build one from articles.")
def command() -> None:
    """Run `editkit glossary`."""


command.add_command(glossary_mine.command)


_CHECK_HELP = """\
Check glossaries (CSV, TSV, XLSX, TBX) for errors.

Exit status: 0 no errors (remarks do not count), 1 errors found, 2 usage or file error.
"""


@command.command("check", help=_CHECK_HELP)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--lang",
    default="en-US",
    metavar="TAG",
    help="Language of the terms [default: en-US].",
)
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json"]),
    default="text",
    help="Output format [default: text].",
)
@click.option("--together", is_flag=True, help="Check the files as one merged glossary.")
@click.option("--pack", is_flag=True, help="Treat the files as packs: rows need no term.")
@click.pass_context
def check(
    context: click.Context,
    paths: tuple[str, ...],
    *,
    lang: str,
    output_format: str,
    together: bool,
    pack: bool,
) -> None:
    """Run `editkit glossary check`."""
    checked = _check_files(paths, lang, together=together, pack=pack)
    for file in checked:
        if file.error:
            click.echo(to_one_line(str(file.error)), err=True)
    if output_format == "json":
        click.echo(json.dumps(_json_report(checked), ensure_ascii=False, indent=2).encode())
    else:
        for line in _text_lines(checked):
            click.echo(to_one_line(line))
    faults = _summary(checked)["faults"]
    context.exit(2 if any(file.error for file in checked) else 1 if faults else 0)


def _check_files(
    paths: Sequence[str], lang: str, *, together: bool, pack: bool
) -> tuple[_CheckedFile, ...]:
    from editkit.termbase import load, merge  # noqa: PLC0415  (help needs no glossary)
    from editkit.termbase.audit import audit  # noqa: PLC0415  (as above)

    loaded_files: dict[str, LoadedGlossary | InputError] = {}
    for path in dict.fromkeys(paths):
        try:
            loaded_files[path] = load(path, term_optional=pack)
        except InputError as error:
            loaded_files[path] = error
    merged = merge(
        loaded.glossary for loaded in loaded_files.values() if not isinstance(loaded, InputError)
    )
    shared_issues = tuple(audit(merged, lang)) if together else ()
    checked = []
    for path, loaded in loaded_files.items():
        if isinstance(loaded, InputError):
            checked.append(_CheckedFile(path, error=loaded))
            continue
        try:
            with single_file(path, "cannot be checked"):
                issues = shared_issues if together else tuple(audit(loaded.glossary, lang))
        except InputError as error:
            checked.append(_CheckedFile(path, error=error))
            continue
        faults = [*loaded.issues, *(fault for fault in issues if fault.uri == path)]
        if pack:
            faults = [fault for fault in faults if fault.kind not in _NOT_PACK_FAULTS]
        notices = [notice.message for notice in loaded.notices]
        if not any(loaded.glossary.entries(lang)):
            notices.append(f"No terms for texts in “{lang}”.")
        faults.sort(key=lambda fault: fault.line)
        concept_count = len(loaded.glossary.concepts)
        checked.append(_CheckedFile(path, concept_count, tuple(faults), tuple(notices)))
    return tuple(checked)


def _text_lines(checked: Sequence[_CheckedFile]) -> Iterator[str]:
    for file in checked:
        for notice in file.notices:
            yield f"{file.path}: {notice}"
        for fault in file.faults:
            place = f"{file.path}:{fault.line}" if fault.line else file.path
            yield f"{place}: {'remark: ' if fault.is_info else ''}{fault.message}"
    counts = _summary(checked)
    faults, remarks = (
        format_count(counts["faults"], "fault"),
        format_count(counts["remarks"], "remark"),
    )
    concepts, files = (
        format_count(counts["concepts"], "concept"),
        format_count(counts["files"], "file"),
    )
    unread = counts["unreadable"]
    rest = f"; {format_count(unread, 'file')} could not be read" if unread else ""
    yield f"{faults} and {remarks} in {concepts} of {files}{rest}."


def _summary(checked: Sequence[_CheckedFile]) -> dict[str, int]:
    remarks = [fault.is_info for file in checked for fault in file.faults]
    unread = sum(file.error is not None for file in checked)
    return {
        "files": len(checked) - unread,
        "concepts": sum(file.concepts for file in checked),
        "faults": remarks.count(False),
        "remarks": remarks.count(True),
        "unreadable": unread,
    }


def _json_report(checked: Sequence[_CheckedFile]) -> dict[str, object]:
    return {
        "schema": "editkit.glossary-check/1",
        "tool": {"name": "editkit", "version": __version__},
        "files": [
            {
                "path": file.path,
                "concepts": file.concepts,
                "faults": [_fault_json(fault) for fault in file.faults],
                "notices": list(file.notices),
                "error": file.error and {"message": file.error.message, "line": file.error.line},
            }
            for file in checked
        ],
        "summary": _summary(checked),
    }


def _fault_json(fault: "GlossaryIssue") -> dict[str, object]:
    return {
        "kind": fault.kind,
        "severity": fault.severity.value,
        "message": fault.message,
        "line": fault.line,
        "related": [{"path": place.uri, "line": place.line} for place in fault.related],
    }
