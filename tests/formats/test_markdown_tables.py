"""Edits in a table are checked against its header and their own rows, and only these."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editkit.core.document import Document
from editkit.core.fix import Edit, Splice
from editkit.core.span import Span
from editkit.formats import markdown_splices
from editkit.formats.markdown import Markdown
from editkit.formats.markdown_prose import Prose, read
from editkit.formats.newlines import Newlines
from editkit.pipeline.apply import splice

MARKDOWN = Markdown()
CONTAINERS = {
    "none": ("", ""),
    "quote": ("> ", "> "),
    "item": ("- ", "  "),
    "paragraph of an item": ("1. one\n\n     ", "     "),
    "item of an item": ("- one\n  1. two\n\n     ", "     "),
}


def parsed(raw: str) -> Document:
    [document] = MARKDOWN.parse(raw.encode(), uri="a.md", lang="en").documents
    return document


def table(rows: int, cell: str, container: str = "none") -> str:
    first, later = CONTAINERS[container]
    lines = ["| Year | Firm |", "|---|---|", *(f"| {n} | {cell} |" for n in range(rows))]
    return first + f"\n{later}".join(lines) + "\n"


def edits_of(document: Document, old: str, new: str) -> list[Edit]:
    pieces = document.text.split(old)
    starts = (len(old.join(pieces[:n])) for n in range(1, len(pieces)))
    return [Edit(Span(start, start + len(old)), new) for start in starts]


@pytest.mark.parametrize("container", CONTAINERS)
@pytest.mark.parametrize("cell", ["Harbour Auto", "**Harbour Auto** & `co | x`"])
def test_what_is_read_grows_with_the_edits_and_not_with_the_table(
    container: str, cell: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes: list[int] = []

    def counted(lines: Newlines, defined: frozenset[str], *, top: bool = True) -> Prose:
        sizes.append(len(lines.text))
        return read(lines, defined, top=top)

    monkeypatch.setattr(markdown_splices, "read", counted)
    document = parsed(table(60, cell, container))
    for edit in edits_of(document, "Auto", "Motor"):
        assert MARKDOWN.splices(document, [edit]) is not None

    assert sizes
    assert max(sizes) < 200


CELLS = st.sampled_from(
    "one two/*one* two/`one`/`a \\| b`/one \\| two/---/:-:/<b>one<i>/[one](two)/[one]/$1/&amp;"
    "/1. one/- one/# one/www.one.two/汽车/".split("/")
)
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=3), min_size=2, max_size=5)
NEW = st.sampled_from(["", "x", "a b", "|", "*", "`", "\n", "a\nb", "-", "---", "<", "[", "\\"])


@given(
    rows=ROWS,
    container=st.sampled_from(list(CONTAINERS)),
    newline=st.sampled_from(["\n", "\r\n", "\r"]),
    around=st.tuples(*2 * [st.sampled_from(["", "one\n\n", "one\n", "---\n", "[one]: two\n\n"])]),
    places=st.lists(st.tuples(st.integers(0, 80), st.integers(0, 6), NEW), min_size=1, max_size=2),
    bars=st.booleans(),
)
def test_no_less_is_seen_than_in_the_whole_source(
    rows: list[list[str]],
    container: str,
    newline: str,
    around: tuple[str, str],
    places: list[tuple[int, int, str]],
    *,
    bars: bool,
) -> None:
    first, later = CONTAINERS[container]
    made = [" | ".join(row) for row in [*rows[:1], ["---"] * len(rows[0]), *rows[1:]]]
    lines = [f"| {line} |" for line in made] if bars else made
    raw = around[0] + first + f"\n{later}".join(lines) + "\n" + around[1]
    document = parsed(raw.replace("\n", newline))
    end = len(document.text)
    edits = [
        Edit(Span(min(start, end), min(start + length, end)), new) for start, length, new in places
    ]
    if len(edits) > 1 and edits[0].span.overlaps(edits[1].span):
        return

    found = MARKDOWN.splices(document, edits)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(markdown_splices, "rows_around", lambda *_: None)
        assert found == MARKDOWN.splices(document, edits)


def test_every_row_of_a_long_table_is_corrected() -> None:
    raw = table(40, "**Harbour Auto**, Ford")
    document = parsed(raw)

    made: list[Splice] = []
    for edit in edits_of(document, "Auto", "Motor"):
        made += MARKDOWN.splices(document, [edit]) or ()

    assert splice(raw, made) == table(40, "**Harbour Motor**, Ford")
