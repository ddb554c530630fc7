"""A reviewer's decisions, made in the files they are about."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath, PureWindowsPath

from editkit.core.errors import InputError
from editkit.core.fix import Safety, Splice
from editkit.core.json_reader import quoted
from editkit.core.result import SourceFix
from editkit.fixing.apply import apply, choose, merged
from editkit.formats import format_of
from editkit.linting.locate import LineIndex
from editkit.reviewing.decisions import Decision, Decisions, FileDecisions


@dataclass(frozen=True, slots=True)
class Applied:
    """What becomes of one file: made whole, or refused for the reason in `error`.

    `splices` are the edits that are made in `raw`, and `bom` the file's byte
    order mark; `made` counts the decisions they come from. `target` is where the
    file lies, and `after` its bytes then, None where they stay as they are.
    `sha256` is that of its bytes when it was read.
    """

    path: str
    raw: str = ""
    bom: bytes = b""
    splices: tuple[Splice, ...] = ()
    made: int = 0
    error: InputError | None = None
    target: Path | None = None
    after: bytes | None = None
    sha256: str | None = None
    decisions: tuple[Decision, ...] = ()


def prepare(decisions: Decisions, root: str | Path) -> Iterator[Applied]:
    """Yield what becomes of each file: all decided edits are made in it or none.

    A file is refused if it lies outside `root`, has changed since the review,
    reads otherwise where an edit stands, or if its edits overlap; the others go
    on. Nothing is written yet. Raises InputError where `root` is no folder.
    """
    try:
        folder = Path(root).resolve(strict=True)
    except OSError:
        folder = None
    if folder is None or not folder.is_dir():
        raise InputError("There is no such folder.", uri=str(root))
    seen: set[Path] = set()
    for file in decisions.files:
        try:
            yield _applied(file, folder, seen)
        except InputError as error:
            yield Applied(file.path, error=error)


def _applied(file: FileDecisions, folder: Path, seen: set[Path]) -> Applied:
    path = _inside(folder, file.path)
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
    form = format_of(file.path)
    package = form.parse(data, uri=file.path, lang="und")
    [document] = package.documents
    lines = LineIndex(document.raw)
    for decision in file.decisions:
        _check(decision, document.raw, file.path, lines)
    wanted = [decision for decision in file.decisions if decision.made]
    kept, left = choose(_fix(decision) for decision in wanted)
    if left:
        raise InputError(
            f"Edit {quoted(left[0].title)} overlaps another one; accept only one of them.",
            uri=file.path,
            line=lines.place(left[0].splices[0].span).line,
        )
    changed = apply(package, form, [kept])
    return Applied(
        file.path,
        document.raw,
        package.bom,
        merged(kept),
        len(wanted),
        target=path,
        after=changed if changed != data else None,
        sha256=file.sha256,
        decisions=file.decisions,
    )


def _inside(folder: Path, name: str) -> Path:
    """Return where a file of a review lies, links followed; refuse what leads out of `folder`."""
    outside = InputError("This path leads out of the folder given by --root.", uri=name)
    parts = PurePosixPath(name).parts
    if not parts or "\0" in name or ".." in parts or PurePosixPath(name).is_absolute():
        raise outside
    if PureWindowsPath(name).drive or Path(*parts).is_absolute():
        raise outside
    try:
        path = folder.joinpath(*parts).resolve(strict=True)
    except (OSError, RuntimeError, ValueError):  # a link to itself; a name that none can have
        raise InputError("There is no such file.", uri=name) from None
    if not path.is_relative_to(folder):
        raise outside
    if not path.is_file():
        raise InputError("This is no file.", uri=name)
    return path


def _check(decision: Decision, raw: str, path: str, lines: LineIndex) -> None:
    for edit in decision.edits:
        found = edit.span.of(raw)
        if found != edit.before:
            expected = f"{quoted(edit.before)} at {edit.span.start}"
            raise InputError(
                f"Edit {quoted(decision.edit)} expects {expected}, "
                f"where the file has {quoted(found)}; nothing of it is changed.",
                uri=path,
                line=lines.place(edit.span).line,
            )


def _fix(decision: Decision) -> SourceFix:
    splices = tuple(Splice(edit.span, edit.replacement) for edit in decision.edits)
    return SourceFix(decision.edit, Safety.REVIEW, splices)
