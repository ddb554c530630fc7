"""Structure of an HTML block, as the parser of the standard library sees it: all but the text."""

from collections.abc import Iterator

from editkit.core.lazy_pattern import lazy_pattern
from editkit.formats.html_parts import PartsReader

_CODE_TAGS = frozenset(
    "code kbd math pre samp script style svg template textarea title tt var".split()
)
_CODE = lazy_pattern(r"(?<!`)(`+)(?!`)[^`]+\1|\]\([^()\s]*\)")
_BLANK_LINE = lazy_pattern(r"\n\s*\n")


def html_parts(source: str) -> Iterator[tuple[object, ...]]:
    """Yield the tags, comments and declarations of an HTML block, and the text of code in it."""
    yield "html_block", tuple(_Reader().read(source)), len(_BLANK_LINE.findall(source))


class _Reader(PartsReader):
    def __init__(self) -> None:
        super().__init__()
        self._code_tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  (they are in the source)
        self.parts.append(self.get_starttag_text() or tag)
        if tag in _CODE_TAGS:
            self._code_tags.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  (as above)
        self.parts.append(self.get_starttag_text() or tag)

    def handle_endtag(self, tag: str) -> None:
        self.parts.append(f"</{tag}>")
        if tag in self._code_tags:
            while self._code_tags.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self._code_tags:
            self.parts.append(data)
        else:
            self.parts += (found[0] for found in _CODE.finditer(data))
