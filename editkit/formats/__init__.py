"""File formats: lookup by suffix and by name."""

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pathlib import PurePath

from editkit.core import plugins
from editkit.core.errors import InputError
from editkit.core.format import Format
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.result import Notice

FormatFor = Callable[[str], str | None]
"""A function that returns the name of the format that is set for a path; None if none is."""

BUILTIN = (
    "editkit.formats.plain:Plain",
    "editkit.formats.markdown.format:Markdown",
    "editkit.formats.markdown.format:Mdx",
    "editkit.formats.docx.format:Docx",
    "editkit.formats.html.format:Html",
)
"""Editkit's own formats, as entry points name those of plug-ins; plain text is the first."""
_KEY = lazy_pattern(r"[A-Za-z_][\w-]*")


def formats() -> Iterator[Format]:
    """Yield every format, plain text first; other formats are imported when reached."""
    yield from map(_builtin, BUILTIN)
    yield from _plugins()[0]


def plain_text() -> Format:
    """Return the format of texts without markup."""
    return _builtin(BUILTIN[0])


def no_format(_: str) -> None:
    """Return None: no format is set, so the suffix of a file decides."""


def format_of(path: str | PurePath) -> Format:
    """Return the format for the suffix of a file.

    Raises InputError for an unknown suffix. Such a file is not read as plain text, because an edit
    could break its markup or code.
    """
    suffix = suffix_of(path)
    for each in formats():
        if suffix in each.suffixes:
            return each
    known = ", ".join(sorted(known_suffixes()))
    message = (
        f"editkit cannot read {suffix} files, only {known} and files without a suffix; "
        f"--format-of '*{suffix}=plain' reads them as plain text."
    )
    raise InputError(message, uri=str(path))


def suffix_of(path: str | PurePath) -> str:
    """Return the suffix of a file in lower case, empty if it has none.

    >>> [suffix_of(name) for name in ("a/b.MD", "LICENSE", "Letter to Mr. Ho")]
    ['.md', '', '']
    """
    suffix = PurePath(path).suffix.lower()
    return "" if any(map(str.isspace, suffix)) else suffix


def known_suffixes() -> frozenset[str]:
    """Return the suffixes of all formats, in lower case, except the empty one."""
    return frozenset(suffix for each in formats() for suffix in each.suffixes if suffix)


def gathered_suffixes() -> frozenset[str]:
    """Return the suffixes of the files for which folders are searched."""
    return frozenset(
        suffix for each in formats() if each.gathered for suffix in each.suffixes if suffix
    )


def format_named(name: str) -> Format:
    """Return a format by its name; raise InputError for an unknown name.

    The name of a format of Markdown may have the keys of front matter whose values are prose:
    `markdown+title+description`.
    """
    name, plus, keys = name.partition("+")
    if plus:
        return _with_front_matter(name, keys)
    for each in formats():
        if each.name == name:
            return each
    known = ", ".join(each.name for each in formats())
    raise InputError(f"no format is called “{name}”; known are {known}")


def plugin_notices() -> tuple[Notice, ...]:
    """Return a notice for each plug-in of a format that cannot be used."""
    return _plugins()[1]


@cache
def _plugins() -> tuple[tuple[Format, ...], tuple[Notice, ...]]:
    builtin = tuple(map(_builtin, BUILTIN)) if plugins.of_group(plugins.FORMATS) else ()
    found, notices = plugins.by_name(plugins.FORMATS, [each.name for each in builtin])
    used = {suffix: "editkit" for each in builtin for suffix in each.suffixes}
    loaded: list[Format] = []
    problems = list(notices)
    for plugin in found.values():
        try:
            added = plugins.load_instance(plugin, Format)
            suffixes = _valid_suffixes(plugin, added)
            if taken := sorted(suffixes & used.keys()):
                raise plugin.error(f"{used[taken[0]]} reads {taken[0]} files, too")
        except plugins.PluginError as error:
            problems.append(Notice(str(error)))
        else:
            loaded.append(added)
            used.update(dict.fromkeys(suffixes, plugin.distribution))
    return tuple(loaded), tuple(problems)


def _valid_suffixes(plugin: plugins.Plugin, added: Format) -> frozenset[str]:
    """Return the suffixes of a plug-in's format. Raises PluginError if they are unusable."""
    suffixes = getattr(added, "suffixes", None)
    if not isinstance(suffixes, frozenset) or not all(map(_is_suffix, suffixes)):
        raise plugin.error("its suffixes are not a frozenset of lowercase suffixes such as .md")
    return suffixes


def _is_suffix(value: object) -> bool:
    return isinstance(value, str) and bool(value) and suffix_of(f"a{value}") == value


@cache
def _with_front_matter(name: str, keys: str) -> Format:
    from editkit.formats.markdown.format import Markdown, with_front_matter  # noqa: PLC0415  (as below)

    base = format_named(name)
    if not isinstance(base, Markdown) or not all(map(_KEY.fullmatch, keys.split("+"))):
        raise InputError(f"“{name}+{keys}” is no format; one is markdown+title+summary.")
    return with_front_matter(type(base), keys.split("+"))


@cache
def _builtin(target: str) -> Format:
    module, _, name = target.partition(":")
    made: Format = getattr(import_module(module), name)()
    return made
