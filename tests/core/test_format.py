"""Defaults of formats: how edits of the one text of a file are written."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import ClassVar

import pytest

from editkit.core.document import Document, Package
from editkit.core.errors import InputError
from editkit.core.fix import Edit, Splice, Tracked
from editkit.core.format import Format
from editkit.core.span import RawSpan


class Halves(Format):
    """A file that is checked as two documents, which share its text."""

    name: ClassVar[str] = "halves"
    suffixes: ClassVar[frozenset[str]] = frozenset({".halves"})

    def parse(self, data: bytes, *, uri: str, lang: str) -> Package:
        document = Document.plain(data.decode("cp1252"), uri=uri, lang=lang)
        parts = (replace(document, part="a"), replace(document, part="b"))
        return Package(uri, self.name, data, parts, "cp1252")

    def splices(self, document: Document, edits: Sequence[Edit]) -> tuple[Splice, ...] | None:
        return tuple(Splice(document.source_map.locate(each.span), each.text) for each in edits)


def splice(start: int, end: int, text: str) -> Splice:
    return Splice(RawSpan(start, end), text)


PACKAGE = Halves().parse(b"Caf\xe9 one, caf\xe9 two.", uri="a.halves", lang="en")


def test_documents_that_share_a_source_are_written_together() -> None:
    first, both, second = splice(5, 8, "1"), splice(8, 9, ";"), splice(15, 18, "2")

    assert Halves().pack(PACKAGE, [(first, both), (both, second)]) == b"Caf\xe9 1; caf\xe9 2."


def test_without_splices_the_bytes_stay() -> None:
    assert Halves().pack(PACKAGE, [(), ()]) is PACKAGE.data


def test_a_character_that_the_encoding_lacks_is_refused() -> None:
    with pytest.raises(InputError, match=r"“α”, which windows-1252"):
        Halves().pack(PACKAGE, [(splice(0, 1, "α"),), ()])


def test_a_file_of_several_sources_needs_its_own_pack() -> None:
    other = replace(PACKAGE, documents=(PACKAGE.documents[0], Document.plain("x", lang="en")))

    with pytest.raises(NotImplementedError, match="halves"):
        Halves().pack(other, [(splice(0, 1, "K"),), ()])


def test_changes_are_dated_by_source_date_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert Tracked.now("Ann") == Tracked("Ann", datetime(1970, 1, 2, tzinfo=UTC))

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "today")
    with pytest.raises(InputError, match=r"SOURCE_DATE_EPOCH is “today”, not a number of seconds"):
        Tracked.now()

    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert abs((Tracked.now().date - datetime.now(UTC)).total_seconds()) < 60
    assert Tracked.now().author == "editkit"
