"""File formats, one module each."""

from pathlib import PurePath

from editkit.core.errors import InputError
from editkit.core.format import Format
from editkit.formats.markdown import Markdown
from editkit.formats.plain import Plain

FORMATS: tuple[Format, ...] = (Plain(), Markdown())


def format_of(path: str | PurePath) -> Format:
    """Return the format of a file by its suffix; plain text where none claims it."""
    suffix = PurePath(path).suffix.lower()
    return next((each for each in FORMATS if suffix in each.suffixes), FORMATS[0])


def format_named(name: str) -> Format:
    """Return a format by its name; raise InputError for one there is not."""
    for each in FORMATS:
        if each.name == name:
            return each
    known = ", ".join(each.name for each in FORMATS)
    raise InputError(f"no format is called “{name}”; known are {known}")
