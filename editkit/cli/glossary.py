"""`editkit glossary`: what is wrong with a glossary, and what one could be made of."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from editkit import __version__
from editkit.cli import glossary_mine
from editkit.core.errors import InputError
from editkit.report.terminal import one_line
from editkit.text.plural_messages import counted

if TYPE_CHECKING:
    from editkit.termbase import Loaded
    from editkit.termbase.glossary_issue import Fault


_ADVISED = frozenset({"no-preferred-term", "split-row", "two-preferences"})
"""What is no fault of a pack: one phrase of the source is translated wrongly in many ways."""


@dataclass(frozen=True, slots=True)
class _Checked:
    """A glossary file and what was found in it; `error` where it could not be read."""

    path: str
    concepts: int = 0
    faults: tuple["Fault", ...] = ()
    notices: tuple[str, ...] = ()
    error: InputError | None = None


@click.group("glossary")
def command() -> None:
    """Look after a glossary."""


command.add_command(glossary_mine.command)


@command.command("check")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--lang", default="en-US", show_default=True, help="Language of the texts.")
@click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text")
@click.option("--together", is_flag=True, help="Check the files as the one glossary they make.")
@click.option("--pack", is_flag=True, help="The files are packs: a row may do without a term.")
@click.pass_context
def check(
    context: click.Context,
    paths: tuple[str, ...],
    *,
    lang: str,
    shape: str,
    together: bool,
    pack: bool,
) -> None:
    """Report what is wrong with glossaries: CSV, TSV, XLSX or TBX files.

    The exit code is 0 where there is no fault (remarks are none), 1 where there is one, and
    2 where a file cannot be read.
    """
    checked = _check(paths, lang, together=together, pack=pack)
    for file in checked:
        if file.error:
            click.echo(one_line(str(file.error)), err=True)
    if shape == "json":
        click.echo(json.dumps(_report(checked), ensure_ascii=False, indent=2).encode())
    else:
        for line in _lines(checked):
            click.echo(one_line(line))
    faults = _summary(checked)["faults"]
    context.exit(2 if any(file.error for file in checked) else 1 if faults else 0)


def _check(paths: Sequence[str], lang: str, *, together: bool, pack: bool) -> tuple[_Checked, ...]:
    from editkit.termbase import load, merge  # noqa: PLC0415  (help needs no glossary)
    from editkit.termbase.audit import audit  # noqa: PLC0415  (as above)

    read: dict[str, Loaded | InputError] = {}
    for path in dict.fromkeys(paths):
        try:
            read[path] = load(path, advice=pack)
        except InputError as error:
            read[path] = error
    whole = merge(
        loaded.glossary for loaded in read.values() if not isinstance(loaded, InputError)
    )
    shared = tuple(audit(whole, lang)) if together else ()
    checked = []
    for path, loaded in read.items():
        if isinstance(loaded, InputError):
            checked.append(_Checked(path, error=loaded))
            continue
        found = shared if together else audit(loaded.glossary, lang)
        faults = [*loaded.faults, *(fault for fault in found if fault.uri == path)]
        if pack:
            faults = [fault for fault in faults if fault.kind not in _ADVISED]
        notices = [notice.message for notice in loaded.notices]
        if not any(loaded.glossary.entries(lang)):
            notices.append(f"No term in it is for texts in “{lang}”.")
        faults.sort(key=lambda fault: fault.line)
        size = len(loaded.glossary.concepts)
        checked.append(_Checked(path, size, tuple(faults), tuple(notices)))
    return tuple(checked)


def _lines(checked: Sequence[_Checked]) -> Iterator[str]:
    for file in checked:
        for notice in file.notices:
            yield f"{file.path}: {notice}"
        for fault in file.faults:
            place = f"{file.path}:{fault.line}" if fault.line else file.path
            yield f"{place}: {'remark: ' if fault.remark else ''}{fault.message}"
    counts = _summary(checked)
    faults, remarks = counted(counts["faults"], "fault"), counted(counts["remarks"], "remark")
    concepts, files = counted(counts["concepts"], "concept"), counted(counts["files"], "file")
    unread = counts["unreadable"]
    rest = f"; {counted(unread, 'file')} could not be read" if unread else ""
    yield f"{faults} and {remarks} in {concepts} of {files}{rest}."


def _summary(checked: Sequence[_Checked]) -> dict[str, int]:
    remarks = [fault.remark for file in checked for fault in file.faults]
    unread = sum(file.error is not None for file in checked)
    return {
        "files": len(checked) - unread,
        "concepts": sum(file.concepts for file in checked),
        "faults": remarks.count(False),
        "remarks": remarks.count(True),
        "unreadable": unread,
    }


def _report(checked: Sequence[_Checked]) -> dict[str, object]:
    return {
        "schema": "editkit.glossary-check/1",
        "tool": {"name": "editkit", "version": __version__},
        "files": [
            {
                "path": file.path,
                "concepts": file.concepts,
                "faults": [_fault(fault) for fault in file.faults],
                "notices": list(file.notices),
                "error": file.error and {"message": file.error.message, "line": file.error.line},
            }
            for file in checked
        ],
        "summary": _summary(checked),
    }


def _fault(fault: "Fault") -> dict[str, object]:
    return {
        "kind": fault.kind,
        "severity": fault.severity.value,
        "message": fault.message,
        "line": fault.line,
        "related": [{"path": place.uri, "line": place.line} for place in fault.related],
    }
