"""Texts that are linted in memory."""

from dataclasses import dataclass

from editkit.api.names import FormatName, PluginName
from editkit.core.result import Notice
from editkit.linting.files.source_file import SourceFile

TEXT_URI = "<text>"


@dataclass(frozen=True, slots=True)
class CorrectedText:
    """A text with its fixes, their number, and the notices of the run.

    The notices are those of the lint result, such as an engine that is not available, and
    one for each fix that was not made because it would change more than text.
    """

    text: str
    fix_count: int
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """A text to lint.

    `uri` names it in results; texts that are compared with each other need different names.
    `source` is the text that it was translated from. Raises TypeError for a value of another type.
    """

    text: str
    uri: str = TEXT_URI
    format: FormatName | PluginName = "plain"
    source: str | None = None

    def __post_init__(self) -> None:
        if not isinstance(self.text, str):
            raise TypeError(f"a text is a str, not {type(self.text).__name__}")
        for name in ("uri", "format"):
            if not isinstance(value := getattr(self, name), str):
                raise TypeError(f"{name} is a str, not {type(value).__name__}")
        if not isinstance(self.source, str | None):
            raise TypeError(f"source is a str or None, not {type(self.source).__name__}")

    def to_source_file(self) -> SourceFile:
        """Return the text as a file; it cannot be read if the text is no valid Unicode."""
        try:
            data = self.text.encode("utf-8")
        except UnicodeEncodeError as error:
            return SourceFile(self.uri, f"Half a character at {error.start}.")
        return SourceFile(
            self.uri, data=data, format=self.format, original=self.source, encoding="utf-8"
        )


def as_text(value: str | Text) -> Text:
    """Return a string as a text with the default name and format; raise TypeError for others."""
    return value if isinstance(value, Text) else Text(value)
