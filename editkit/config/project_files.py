"""Project files: the files that a configuration next to articles names, trusted less."""

import os
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from editkit.config.packs import is_pack_file
from editkit.config.settings import Settings
from editkit.core.errors import InputError

_OPTIONS = {
    "glossaries": "--glossary",
    "words": "--words",
    "packs": "--pack",
    "baseline": "--baseline",
}
"""The option that names the files of each field of `Settings`."""


def mark_project_files(
    settings: Settings, folder: Path, uri: str, overridden: Collection[str]
) -> Settings:
    """Return `settings` with the files that the configuration at `uri` in `folder` names.

    The fields in `overridden` are left out: the user has named their files. Raises
    InputError if a link leads from a path in the folder to a file outside of it, because
    messages could then show the content of any file that the user can read.
    """
    home = os.path.realpath(folder)
    found: list[str] = []
    outside: list[str] = []
    for field, name in _named_files(settings):
        if field in overridden:
            continue
        found.append(name)
        if _is_inside(os.path.realpath(name), home):
            continue
        if _is_inside(os.path.normpath(name), os.path.normpath(folder)):
            raise InputError(
                f"“{os.path.relpath(name, folder)}” is a link that leads out of the folder of "
                f"this configuration; name the file with {_OPTIONS[field]}.",
                uri=uri,
            )
        outside.append(name)
    return replace(settings, project_files=tuple(found), outside_files=tuple(outside))


def check_may_write(settings: Settings, path: str, option: str) -> None:
    """Raise InputError if a project configuration names `path` outside of its folder.

    The user can name the file with `option` to have it written.
    """
    if path in settings.outside_files:
        raise InputError(
            "This file is not written, because it is outside of the folder of the "
            f"configuration that names it; to write it, name it with {option}.",
            uri=path,
        )


def check_default_path(path: str | os.PathLike[str], folder: str | Path, option: str) -> None:
    """Raise InputError if a link leads from a file's default path out of `folder`.

    The link may have come with the articles, and the file would be written.
    """
    if not _is_inside(os.path.realpath(path), os.path.realpath(folder)):
        raise InputError(
            f"This is a link that leads out of its folder; to have its target written, name it "
            f"with {option}.",
            uri=os.fspath(path),
        )


@contextmanager
def nothing_quoted(settings: Settings, path: str, noun: str = "file") -> Iterator[None]:
    """Quote nothing in an InputError that the block raises about a file outside.

    A configuration could name any file, and a message may quote it, unless it gives the reason
    of the system why the file cannot be read.
    """
    try:
        yield
    except InputError as error:
        if path not in settings.outside_files or isinstance(error.__context__, OSError):
            raise
        hint = "; see “editkit glossary check”" if noun == "glossary" else ""
        raise InputError(
            f"This {noun} cannot be used. It is outside of the folder of the configuration "
            f"that names it, so nothing of it is shown{hint}.",
            uri=path,
        ) from None


def _named_files(settings: Settings) -> Iterator[tuple[str, str]]:
    """Yield each field with each file it names."""
    yield from (("glossaries", name) for name in settings.glossaries)
    yield from (("words", name) for name in settings.words)
    yield from (("packs", name) for name in settings.packs if is_pack_file(name))
    if settings.baseline is not None:
        yield "baseline", settings.baseline


def _is_inside(path: str, folder: str) -> bool:
    return Path(path).is_relative_to(folder)
