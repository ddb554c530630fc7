"""HTML structure: the tags, comments and declarations that the standard library's parser sees."""

from html.parser import HTMLParser

_MAX_UNCLOSED = 2000
"""Code points after an unclosed tag that are read; the parser needs quadratic time for them."""


class Data(str):
    """The text of an element that is not prose."""

    __slots__ = ()


class PartsReader(HTMLParser):
    """Collects the parts of a source; a subclass decides about tags and text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[object] = []

    def read(self, source: str) -> list[object]:
        """Return the parts of a source; what follows a tag that is never closed is one part."""
        self.feed(source)
        if len(self.rawdata) > _MAX_UNCLOSED:
            self.parts.append(Data(self.rawdata))
        else:
            self.close()
        return self.parts

    def handle_comment(self, data: str) -> None:
        """Keep a comment."""
        self.parts.append(f"<!--{data}")

    def handle_decl(self, decl: str) -> None:
        """Keep a declaration."""
        self.parts.append(f"<!{decl}")

    def handle_pi(self, data: str) -> None:
        """Keep a processing instruction."""
        self.parts.append(f"<?{data}")

    def unknown_decl(self, data: str) -> None:
        """Keep a marked section."""
        self.parts.append(f"<![{data}")
