"""Structure of an HTML source by the parser of the standard library: all but the prose."""

from html.parser import HTMLParser

from editkit.formats.html.elements import DESCRIPTION, OBJECTS, PROSE_ATTRIBUTES, UNSEEN, VOID

_MAX_UNCLOSED = 2000
"""Code points after an unclosed tag that are read; the parser needs quadratic time for them."""
_KEPT = (OBJECTS | UNSEEN | {"pre", "xmp", "listing"}) - VOID


def same_structure(before: str, after: str) -> bool:
    """Return whether tags, comments, attributes and code are the same in two sources.

    The values of the attributes that are prose may differ.
    """
    return structure(before) == structure(after)


class Data(str):
    """The text of an element that is not prose."""

    __slots__ = ()


def structure(source: str) -> list[object]:
    """Return the tags, comments and declarations of a source, and the text that is not prose."""
    reader = _Reader()
    reader.feed(source)
    if len(reader.rawdata) > _MAX_UNCLOSED:
        reader.parts.append(Data(reader.rawdata))
    else:
        reader.close()
    return reader.parts


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[object] = []
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

    def handle_comment(self, data: str) -> None:
        self.parts.append(f"<!--{data}")

    def handle_decl(self, decl: str) -> None:
        self.parts.append(f"<!{decl}")

    def handle_pi(self, data: str) -> None:
        self.parts.append(f"<?{data}")

    def unknown_decl(self, data: str) -> None:
        self.parts.append(f"<![{data}")
