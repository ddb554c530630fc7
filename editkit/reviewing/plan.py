"""Apply plan: verifies the decisions about each file and computes the file's new bytes."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath, PureWindowsPath

from editkit.core.errors import InputError
from editkit.core.fix import Safety, Splice
from editkit.core.json_reader import quoted
from editkit.core.result import SourceFix
from editkit.fixing.apply import apply_fixes, merge_splices, select_compatible
from editkit.formats import format_of
from editkit.linting.locate import LineIndex
from editkit.reviewing.decisions import Decision, Decisions, FileDecisions


@dataclass(frozen=True, slots=True)
class FilePlan:
    """The planned change of one file, or the reason why it is refused in `error`.

    `splices` are the edits of `raw`, `bom` is the file's byte order mark, and
    `edit_count` the number of approved decisions. `target_path` is the resolved path;
    `new_data` are the new bytes, None if they do not change. `sha256` is the hash of the
    current bytes.
    """

    path: str
    raw: str = ""
    bom: bytes = b""
    splices: tuple[Splice, ...] = ()
    edit_count: int = 0
    error: InputError | None = None
    target_path: Path | None = None
    new_data: bytes | None = None
    sha256: str | None = None
    decisions: tuple[Decision, ...] = ()


def plan_files(decisions: Decisions, root: str | Path) -> Iterator[FilePlan]:
    """Yield a plan for each file; in each, all approved edits are made or none.

    A file is refused if it lies outside `root`, has changed since the review, does not
    contain the text that an edit replaces, or if its edits overlap; this does not affect
    the other files. Writes nothing. Raises InputError if `root` is not a folder.
    """
    try:
        root_folder = Path(root).resolve(strict=True)
    except OSError:
        root_folder = None
    if root_folder is None or not root_folder.is_dir():
        raise InputError("There is no such folder.", uri=str(root))
    seen: set[Path] = set()
    for file in decisions.files:
        try:
            yield _plan_file(file, root_folder, seen)
        except InputError as error:
            yield FilePlan(file.path, error=error)


def _plan_file(file: FileDecisions, folder: Path, seen: set[Path]) -> FilePlan:
    path = _resolve_inside(folder, file.path)
    if path in seen:
        raise InputError("This is a link to a file that was named before.", uri=file.path)
    seen.add(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"This file cannot be read: {error.strerror}.", uri=file.path) from None
    if sha256(data).hexdigest() != file.sha256:
        raise InputError(
            "This file has changed since it was reviewed; nothing of it is changed now.",
            uri=file.path,
        )
    file_format = format_of(file.path)
    package = file_format.parse(data, uri=file.path, lang="und")
    [document] = package.documents
    lines = LineIndex(document.raw)
    for decision in file.decisions:
        _check_before_text(decision, document.raw, file.path, lines)
    approved = [decision for decision in file.decisions if decision.is_approved]
    kept, conflicting = select_compatible(_source_fix(decision) for decision in approved)
    if conflicting:
        raise InputError(
            f"Edit {quoted(conflicting[0].title)} overlaps another one; accept only one of them.",
            uri=file.path,
            line=lines.locate(conflicting[0].splices[0].span).line,
        )
    new_data = apply_fixes(package, file_format, [kept])
    return FilePlan(
        file.path,
        document.raw,
        package.bom,
        merge_splices(kept),
        len(approved),
        target_path=path,
        new_data=new_data if new_data != data else None,
        sha256=file.sha256,
        decisions=file.decisions,
    )


def _resolve_inside(folder: Path, path_name: str) -> Path:
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
        raise InputError("There is no such file.", uri=path_name) from None
    if not path.is_relative_to(folder):
        raise outside_error
    if not path.is_file():
        raise InputError("This is no file.", uri=path_name)
    return path


def _check_before_text(decision: Decision, raw: str, path: str, lines: LineIndex) -> None:
    for edit in decision.edits:
        found = edit.span.of(raw)
        if found != edit.before:
            expected = f"{quoted(edit.before)} at {edit.span.start}"
            raise InputError(
                f"Edit {quoted(decision.edit_id)} expects {expected}, "
                f"where the file has {quoted(found)}; nothing of it is changed.",
                uri=path,
                line=lines.locate(edit.span).line,
            )


def _source_fix(decision: Decision) -> SourceFix:
    splices = tuple(Splice(edit.span, edit.replacement) for edit in decision.edits)
    return SourceFix(decision.edit_id, Safety.REVIEW, splices)
