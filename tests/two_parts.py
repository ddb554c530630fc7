"""A format of two parts, for tests: the body and the notes of an article."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import ClassVar

import pytest

from editkit import formats
from editkit.core.document import Document, Package
from editkit.core.fix import Edit, Splice, Tracked
from editkit.core.format import Format
from editkit.core.splices import apply_splices
from editkit.formats.plain import Plain

SEPARATOR = "-----\n"
PARTS = ("body", "notes")
_PLAIN = Plain()


class TwoParts(Format):
    """Plain text whose body and notes are separated by a line of hyphens.

    A file without the line has a body only.
    """

    name: ClassVar[str] = "two-parts"
    suffixes: ClassVar[frozenset[str]] = frozenset({".two"})
    patchable: ClassVar[bool] = False

    def parse(self, data: bytes, *, uri: str, lang: str) -> Package:
        texts = data.decode().split(SEPARATOR)
        documents = (
            replace(_PLAIN.parse(text.encode(), uri=uri, lang=lang).documents[0], part=part)
            for part, text in zip(PARTS, texts, strict=False)
        )
        return Package(uri, self.name, data, tuple(documents))

    def splices(self, document: Document, edits: Sequence[Edit]) -> tuple[Splice, ...] | None:
        return _PLAIN.splices(document, edits)

    def pack(
        self,
        package: Package,
        made: Sequence[Sequence[Splice]],
        tracked: Tracked | None = None,
    ) -> bytes:
        assert tracked is None
        pairs = zip(package.documents, made, strict=True)
        return SEPARATOR.join(apply_splices(doc.raw, each) for doc, each in pairs).encode()


def known_formats() -> Iterator[Format]:
    yield _PLAIN
    yield TwoParts()


@pytest.fixture
def two_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make `.two` a known suffix."""
    monkeypatch.setattr(formats, "formats", known_formats)
