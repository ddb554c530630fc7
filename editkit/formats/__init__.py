"""File formats, one module each."""

from collections.abc import Iterator
from functools import cache
from pathlib import PurePath

from editkit.core.errors import InputError
from editkit.core.format import Format
from editkit.formats.plain import Plain

_PLAIN = Plain()


def formats() -> Iterator[Format]:
    """Yield every format, plain text first; the module of another is loaded when it is reached."""
    yield _PLAIN
    yield _markdown()


def format_of(path: str | PurePath) -> Format:
    """Return the format of a file by its suffix.

    Raises InputError if no format claims the suffix. Such a file is not taken for plain
    text, since an edit could break its markup or code.
    """
    suffix = suffix_of(path)
    for each in formats():
        if suffix in each.suffixes:
            return each
    known = ", ".join(sorted(known_suffixes()))
    message = f"editkit cannot read {suffix} files, only {known} and files without a suffix."
    raise InputError(message, uri=str(path))


def suffix_of(path: str | PurePath) -> str:
    """Return the suffix of a file in lower case, empty if it has none.

    >>> [suffix_of(name) for name in ("a/b.MD", "LICENSE", "Letter to Mr. Ho")]
    ['.md', '', '']
    """
    suffix = PurePath(path).suffix.lower()
    return "" if any(map(str.isspace, suffix)) else suffix


def known_suffixes() -> frozenset[str]:
    """Return the suffixes that formats claim, in lower case, except the empty one."""
    return frozenset(suffix for each in formats() for suffix in each.suffixes if suffix)


def format_named(name: str) -> Format:
    """Return a format by its name; raise InputError for one there is not."""
    for each in formats():
        if each.name == name:
            return each
    known = ", ".join(each.name for each in formats())
    raise InputError(f"no format is called “{name}”; known are {known}")


@cache
def _markdown() -> Format:
    from editkit.formats.markdown.format import Markdown  # noqa: PLC0415  (plain text goes without)

    return Markdown()
