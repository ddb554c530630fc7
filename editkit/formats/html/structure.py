"""Structure of an HTML source by the parser of the standard library: all but the prose."""

from editkit.formats.html.elements import DESCRIPTION, OBJECTS, PROSE_ATTRIBUTES, UNSEEN, VOID
from editkit.formats.html_parts import Data, PartsReader

_KEPT = (OBJECTS | UNSEEN | {"pre", "xmp", "listing"}) - VOID


def same_structure(before: str, after: str) -> bool:
    """Return whether tags, comments, attributes and code are the same in two sources.

    The values of the attributes that are prose may differ.
    """
    return structure(before) == structure(after)


def structure(source: str) -> list[object]:
    """Return the tags, comments and declarations of a source, and the text that is not prose."""
    return _Reader().read(source)


class _Reader(PartsReader):
    def __init__(self) -> None:
        super().__init__()
        self._kept: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [(name, (value or "").lower()) for name, value in attrs]
        is_description = tag == "meta" and ("name", DESCRIPTION) in names
        prose = {"content"} if is_description else set(PROSE_ATTRIBUTES)
        shown = [(name, None if name in prose else value) for name, value in attrs]
        self.parts.append((tag, shown))
        if tag in _KEPT:
            self._kept.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.parts.append(f"</{tag}>")
        if self._kept and self._kept[-1] == tag:
            self._kept.pop()

    def handle_data(self, data: str) -> None:
        if self._kept:
            self.parts.append(Data(data))
