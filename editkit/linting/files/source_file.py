"""Source files: files to lint, their formats, and their text."""

import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from editkit.core.document import Package
from editkit.core.errors import INTERRUPTIONS, InputError
from editkit.core.format import Format
from editkit.core.storage.read_file import MEGABYTE, is_stream, max_file_bytes, read_file
from editkit.formats import FormatFor, format_named, format_of, no_format, suffix_of
from editkit.linting.files.originals import with_originals

STDIN = "<stdin>"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to lint; `error` says why it cannot be read.

    `uri` is the path as the user gave it. `data` has the bytes if they are already
    in memory. `format` is None if the file name determines it. `original` is the text
    that the file was translated from. `folder` is the folder that the file was found in,
    None if the user has named the file itself. `is_stdin` says that it is the standard input,
    whatever name it has been given. `encoding` is that of its text, None if it has to be
    found out.
    """

    uri: str
    error: str | None = None
    data: bytes | None = None
    format: str | None = None
    original: str | None = None
    folder: str | None = None
    is_stdin: bool = False
    encoding: str | None = None

    @property
    def leads_outside(self) -> bool:
        """Whether links lead from the folder that the user has named to this file."""
        if self.folder is None:
            return False
        return not Path(os.path.realpath(self.uri)).is_relative_to(os.path.realpath(self.folder))


def named_file(path: str, format_for: FormatFor = no_format) -> SourceFile:
    """Return the file that the user has named; a pipe or device is read at once."""
    chosen = format_for(path)
    if not is_stream(path):
        return SourceFile(path, format=chosen)
    try:
        return SourceFile(path, data=read_file(path, stream_ok=True), format=chosen)
    except OSError as error:
        return SourceFile(path, f"This file cannot be read: {error.strerror}.")


def resolve_format(file: SourceFile) -> Format:
    """Return the format of a file; raise InputError for an unknown format."""
    if file.format is not None:
        return format_named(file.format)
    if file.uri == STDIN:
        return format_of("")
    # A fix changes the target of a symbolic link, so the target's suffix decides. Some
    # content-addressed stores name targets without a suffix.
    real = os.path.realpath(file.uri)
    return format_of(real if suffix_of(real) else file.uri)


def with_bytes(file: SourceFile) -> SourceFile:
    """Return a file with its format and bytes set, so that it is read only once.

    A file that cannot be read is returned unchanged.
    """
    if file.error is not None or file.data is not None:
        return file
    try:
        name = resolve_format(file).name
        return replace(file, format=name, data=_read_bytes(file))
    except INTERRUPTIONS:
        raise
    except BaseException:  # noqa: BLE001  (`read` gives the reason)
        return file


def read(file: SourceFile, lang: str) -> Package:
    """Return the documents of a file; raise InputError if it cannot be read."""
    if file.error is not None:
        raise InputError(file.error, uri=file.uri)
    file_format = resolve_format(file)
    data = _read_bytes(file) if file.data is None else file.data
    if file.encoding is None:
        package = file_format.parse(data, uri=file.uri, lang=lang)
    else:
        package = file_format.parse_as(data, uri=file.uri, lang=lang, encoding=file.encoding)
    return package if file.original is None else with_originals(package, file.original)


def try_read(file: SourceFile, lang: str) -> Package | None:
    """Return the documents of a file; None if it cannot be read for any reason."""
    try:
        return read(file, lang)
    except INTERRUPTIONS:
        raise
    except BaseException:  # noqa: BLE001  (a caller that needs the reason uses `read`)
        return None


def _read_bytes(file: SourceFile) -> bytes:
    uri = file.uri
    try:
        return _read_stdin() if file.is_stdin else read_file(uri)
    except FileNotFoundError:
        raise InputError("No such file.", uri=uri) from None
    except ValueError:  # a NUL in the path
        raise InputError("Not a file name.", uri=uri) from None
    except OSError as error:
        raise InputError(f"This file cannot be read: {error.strerror}.", uri=uri) from None


def _read_stdin() -> bytes:
    buffer = getattr(sys.stdin, "buffer", None)
    if buffer is None or buffer.closed:
        raise InputError("The standard input is closed.", uri=STDIN)
    data: bytes = buffer.read((limit := max_file_bytes()) + 1)
    if len(data) > limit:
        raise InputError(f"It has more than {limit // MEGABYTE} MB.", uri=STDIN)
    return data
