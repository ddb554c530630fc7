"""Apply plan: verifies the decisions about each file and computes the file's new bytes."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath, PureWindowsPath

from editkit.core.document import Document, Package
from editkit.core.errors import InputError, single_file
from editkit.core.fix import Splice, Tracked
from editkit.core.format import Format
from editkit.core.result import Notice
from editkit.core.storage.file_version import digest
from editkit.core.storage.json_reader import quoted
from editkit.core.storage.read_file import read_file
from editkit.fixing.apply import check_tracks, merge_splices, select_compatible
from editkit.formats import FormatFor, format_named, format_of, no_format
from editkit.formats.reading import prose_document
from editkit.linting.locate import LineIndex
from editkit.reviewing.decisions import Decision, Decisions, FileDecisions, document_name
from editkit.reviewing.made_before import bytes_before, parse_reviewed
from editkit.reviewing.structure_check import check_structure, source_fix, written_splices


@dataclass(frozen=True, slots=True)
class PartPlan:
    """The planned change of one part of a file: the edits of `raw`, as it was reviewed.

    `raw` is the source of the part, or its prose if that was reviewed. `written` are the edits
    of the source. `part` is None for a file of one part. `decisions` are all decisions about the
    part, and `notices` are about rewritten edits that change the structure of the file.
    """

    part: str | None
    raw: str
    splices: tuple[Splice, ...] = ()
    written: tuple[Splice, ...] = ()
    decisions: tuple[Decision, ...] = ()
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class FilePlan:
    """The planned change of one file, or the reason why it is refused in `error`.

    `parts` are the plans of all documents of the file, `bom` is its byte order mark and
    `target_path` the resolved path. `new_data` are the new bytes, None if they do not
    change. `sha256` is the hash of the current bytes. `is_made` says that they are already
    what the decisions make of the reviewed file, to which `parts` refer.
    """

    path: str
    parts: tuple[PartPlan, ...] = ()
    bom: bytes = b""
    error: InputError | None = None
    target_path: Path | None = None
    new_data: bytes | None = None
    sha256: str | None = None
    is_made: bool = False

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """The decisions about all parts of the file."""
        return tuple(decision for part in self.parts for decision in part.decisions)

    @property
    def edit_count(self) -> int:
        """The number of approved decisions."""
        return sum(decision.is_approved for decision in self.decisions)


def plan_files(
    decisions: Decisions,
    root: str | Path,
    format_for: FormatFor = no_format,
    tracked: Tracked | None = None,
) -> Iterator[FilePlan]:
    """Yield a plan for each file; in all parts of it, all approved edits are made or none.

    A file is refused if it lies outside `root`, has changed since the review other than by
    these edits, does not have a part or the text that an edit replaces, if its edits overlap,
    or if an accepted proposal would change more than text; this does not affect the other
    files. Writes nothing. A file is read in the format that it was reviewed in. Without one,
    `format_for` returns the name of the format that is set for a path, None if its suffix decides.
    With `tracked`, edits become tracked changes, and a file of a format without them is refused.
    Raises InputError if `root` is not a folder.
    """
    try:
        root_folder = Path(root).resolve(strict=True)
    except OSError:
        root_folder = None
    if root_folder is None or not root_folder.is_dir():
        raise InputError("No such folder.", uri=str(root))
    by_path: dict[PurePosixPath, list[FileDecisions]] = {}
    for file in decisions.files:
        by_path.setdefault(PurePosixPath(file.path), []).append(file)
    seen: set[Path] = set()
    for entries in by_path.values():
        name = entries[0].path
        try:
            with single_file(name, "cannot be changed"):
                plan = _plan_file(name, entries, root_folder, seen, format_for, tracked)
        except InputError as error:
            plan = FilePlan(name, error=error)
        yield plan


def _plan_file(
    name: str,
    entries: Sequence[FileDecisions],
    folder: Path,
    seen: set[Path],
    format_for: FormatFor,
    tracked: Tracked | None,
) -> FilePlan:
    """Return the plan of the file at `name`, which all `entries` are about."""
    path = resolve_inside(folder, name)
    if path in seen:
        raise InputError("This is a link to a file that was named before.", uri=name)
    seen.add(path)
    try:
        data = read_file(path)
    except OSError as error:
        raise InputError(f"This file cannot be read: {error.strerror}.", uri=name) from None
    chosen = next((entry.format for entry in entries if entry.format), None)
    file_format = _format(name, chosen or format_for(str(folder / name)))
    if tracked is not None:
        check_tracks(file_format, name)
    if all(entry.sha256 == digest(data) for entry in entries):
        return _plan_edits(name, path, entries, data, file_format, tracked)
    old_data = bytes_before(name, data, entries, file_format)
    plan = None
    if old_data is not None:
        plan = _plan_edits(name, path, entries, old_data, file_format, tracked)
    if plan is None or plan.new_data != data:
        raise InputError(
            "This file has changed since it was reviewed. Nothing was written.", uri=name
        )
    return replace(plan, new_data=None, sha256=digest(data), is_made=True)


def _format(name: str, chosen: str | None) -> Format:
    try:
        return format_named(chosen) if chosen else format_of(name)
    except InputError as error:
        raise InputError(error.message, uri=name) from None


def _plan_edits(
    name: str,
    path: Path,
    entries: Sequence[FileDecisions],
    data: bytes,
    file_format: Format,
    tracked: Tracked | None,
) -> FilePlan:
    """Return the plan of a file with the reviewed content `data`."""
    package = parse_reviewed(file_format, data, name, entries)
    by_part = {entry.part: entry for entry in entries}
    _check_parts(by_part, package)
    parts = tuple(
        _plan_part(document, file_format, by_part.get(document.part), name)
        for document in package.documents
    )
    new_data = file_format.pack(package, [each.written for each in parts], tracked)
    return FilePlan(
        name,
        parts,
        package.bom,
        target_path=path,
        new_data=new_data if new_data != data else None,
        sha256=digest(data),
    )


def _check_parts(named: Collection[str | None], package: Package) -> None:
    """Raise InputError if a file does not have one of the parts that decisions name."""
    missing = [part for part in named if part not in {each.part for each in package.documents}]
    if not missing:
        return
    problem = "has no part " + quoted(missing[0]) if missing[0] else "has parts, and none is named"
    raise InputError(f"This file {problem}. Nothing was written.", uri=package.uri)


def _plan_part(
    document: Document, file_format: Format, entry: FileDecisions | None, name: str
) -> PartPlan:
    if entry is None:
        return PartPlan(document.part, document.raw)
    reviewed = prose_document(document) if entry.prose else document
    lines = LineIndex(reviewed.raw)
    uri = document_name(name, document.part)
    for decision in entry.decisions:
        _check_before_text(decision, reviewed.raw, uri, lines)
    approved = [decision for decision in entry.decisions if decision.is_approved]
    kept, conflicting = select_compatible(map(source_fix, approved))
    if conflicting:
        raise InputError(
            f"Edit {quoted(conflicting[0].title)} overlaps another one; accept only one of them.",
            uri=uri,
            line=lines.locate(conflicting[0].splices[0].span).line,
        )
    splices, decisions = merge_splices(kept), entry.decisions
    if entry.prose:
        written = written_splices(document, file_format, approved, uri)
        return PartPlan(document.part, reviewed.raw, splices, written, decisions)
    notices = check_structure(document, file_format, approved, uri)
    return PartPlan(document.part, document.raw, splices, splices, decisions, notices)


def resolve_inside(folder: Path, path_name: str) -> Path:
    """Return the path of a reviewed file with links resolved.

    Raises InputError if it is outside `folder` or not a file.
    """
    outside_error = InputError("This path leads out of the folder given by --root.", uri=path_name)
    parts = PurePosixPath(path_name).parts
    if not parts or "\0" in path_name or ".." in parts or PurePosixPath(path_name).is_absolute():
        raise outside_error
    if PureWindowsPath(path_name).drive or Path(*parts).is_absolute():
        raise outside_error
    try:
        path = folder.joinpath(*parts).resolve(strict=True)
    except (OSError, RuntimeError, ValueError):  # a link to itself; an invalid name
        raise InputError("No such file.", uri=path_name) from None
    if not path.is_relative_to(folder):
        raise outside_error
    if not path.is_file():
        raise InputError("Not a file.", uri=path_name)
    return path


def _check_before_text(decision: Decision, raw: str, uri: str, lines: LineIndex) -> None:
    for edit in decision.edits:
        found = edit.span.of(raw)
        if found != edit.before:
            expected = f"{quoted(edit.before)} at {edit.span.start}"
            raise InputError(
                f"Edit {quoted(decision.edit_id)} expects {expected}, "
                f"where the file has {quoted(found)}. Nothing was written.",
                uri=uri,
                line=lines.locate(edit.span).line,
            )
