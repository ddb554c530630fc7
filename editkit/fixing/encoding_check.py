"""Encoding check: leaves out the fixes that need a character which the file's encoding lacks."""

from collections.abc import Iterable

from editkit.core.result import Notice, SourceFix
from editkit.core.storage.encodings import lacking_character, name_of_codec


def lacking_in(encoding: str, fix: SourceFix) -> str | None:
    """Return a character of a fix that a codec does not have; None if it has all."""
    return _first(lacking_character(splice.text, encoding) for splice in fix.splices)


def encoding_notice(encoding: str, char: str, uri: str, line: int, rule: str) -> Notice:
    """Return the notice that the fix of a rule is not applied."""
    reason = f"{name_of_codec(encoding)}, the encoding of the file, lacks “{char}”"
    return Notice(f"line {line}: The fix of {rule} is not made, because {reason}.", uri)


def _first(found: Iterable[str | None]) -> str | None:
    return next((char for char in found if char is not None), None)
