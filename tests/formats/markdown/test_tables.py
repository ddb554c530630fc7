"""Verification of edits in a table cell, compared with that in the whole source."""

from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from editkit.core.document import Document
from editkit.core.fix import Edit
from editkit.core.span import Span
from editkit.core.splices import apply_splices
from editkit.formats.line_breaks import LineBreaks
from editkit.formats.markdown import splices
from editkit.formats.markdown.dialect import Dialect
from editkit.formats.markdown.format import Markdown
from editkit.formats.markdown.prose import Prose, read_prose

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


@pytest.fixture
def sizes(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The sizes in code points of the sources parsed so far to verify edits."""
    found: list[int] = []

    def counted(
        lines: LineBreaks, defined: frozenset[str], *, allow_front_matter: bool, dialect: Dialect
    ) -> Prose:
        found.append(len(lines.text))
        return read_prose(lines, defined, allow_front_matter=allow_front_matter, dialect=dialect)

    monkeypatch.setattr(splices, "read_prose", counted)
    return found


@pytest.mark.parametrize("container", CONTAINERS)
@pytest.mark.parametrize("cell", ["Harbour Auto", "**Harbour Auto** & `co`"])
def test_only_the_cell_of_an_edit_is_parsed(container: str, cell: str, sizes: list[int]) -> None:
    document = parsed(table(60, cell, container))
    for edit in edits_of(document, "Auto", "& Motor"):
        assert MARKDOWN.splices(document, [edit]) is not None

    assert len(sizes) >= 120
    assert max(sizes) < 60


ROW = "| 1 | **Harbour Auto** | 2 |\n"
HEADER = "| Year | Firm | Sales |\n|---|---|---|\n"
LONG = {
    "blank rows": HEADER + "|  |  |  |\n" * 2 + ROW * 60,
    "blank header": "||||\n|---|---|---|\n" + ROW * 60,
    "empty rows": HEADER + f"||||\n{ROW}" * 60,
    "list in a quotation": "> - one\n>\n"
    + "".join(f">   {line}\n" for line in (HEADER + ROW * 60).rstrip().split("\n")),
    "wide row": "|" + " a |" * 60 + "\n|" + "---|" * 60 + "\n|" + " Harbour Auto |" * 60 + "\n",
    "no bars outside": "Firm | Sales\n---|---\n" + "Harbour Auto | 2\n" * 60,
    "long cell": HEADER + "| 1 | " + "*Harbour Auto*, " * 60 + " | 2 |\n",
    "tight list": "- *Harbour Auto*\n" * 60,
    "headings": "# `one` Harbour Auto\n" * 60,
}


@pytest.mark.parametrize("shape", LONG)
def test_plain_word_edits_need_no_parsing(shape: str, sizes: list[int]) -> None:
    document = parsed(LONG[shape])
    made = [
        splices
        for edit in edits_of(document, "Auto", "Motor")
        for splices in MARKDOWN.splices(document, [edit]) or ()
    ]

    assert apply_splices(LONG[shape], made) == LONG[shape].replace("Auto", "Motor")
    assert sizes == []


CELLS = st.sampled_from(
    "one two/*one* two/`one`/`a \\| b`/one \\| two/---/:-:/<b>one<i>/[one](two)/[one]/$1/&amp;"
    "/1. one/- one/# one/www.one.two/汽车/".split("/")
)
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=3), min_size=2, max_size=5)
NEW = st.sampled_from(["", "x", "a b", "|", "*", "`", "\n", "a\nb", "-", "---", "<", "[", "\\"])


@st.composite
def sources(draw: st.DrawFn) -> str:
    """Return one or two tables in a container, with other blocks around them."""
    first, later = CONTAINERS[draw(st.sampled_from(list(CONTAINERS)))]
    lines: list[str] = []
    for rows in draw(st.lists(ROWS, min_size=1, max_size=2)):
        made = [" | ".join(row) for row in [*rows[:1], ["---"] * len(rows[0]), *rows[1:]]]
        form = draw(st.sampled_from(["| {} |", "{}", "|{}|"]))
        lines += ["", *(form.format(line) for line in made)]
    before, after = draw(st.tuples(*2 * [st.sampled_from(AROUND)]))
    raw = before + first + f"\n{later}".join(lines[1:]) + "\n" + after
    newlines = st.sampled_from(["\n", "\r\n", "\r"])
    return str(raw.replace("\n", draw(newlines)))


AROUND = ["", "one\n\n", "one\n", "---\n", "[one]: two\n\n", "```\n"]
PLACES = st.lists(st.tuples(st.integers(0, 90), st.integers(0, 6), NEW), min_size=1, max_size=3)


@given(raw=sources(), places=PLACES)
# A fix with edits in two tables, of which the first one would be code by itself.
@example(
    raw=table(2, "Suhe  Bank", "item of an item").replace("Year", "Firm  name")
    + "\n     | Year | Firm |\n     |---|---|\n     | 1 | Suhe  Bank |\n",
    places=[(14, 2, " "), (73, 2, " ")],
)
def test_parsing_a_cell_gives_the_same_result_as_the_whole_source(
    raw: str, places: list[tuple[int, int, str]]
) -> None:
    document = parsed(raw)
    end = len(document.text)
    edits = [
        Edit(Span(min(start, end), min(start + length, end)), new) for start, length, new in places
    ]
    if any(a.span.overlaps(b.span) or a.span == b.span for a, b in combinations(edits, 2)):
        return

    found = MARKDOWN.splices(document, edits)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(splices, "cell_window", lambda *_: None)
        assert found == MARKDOWN.splices(document, edits)
