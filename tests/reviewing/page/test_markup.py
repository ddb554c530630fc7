"""Split of a source into prose and markup."""

from hypothesis import given
from hypothesis import strategies as st

from editkit.core.span import RawSpan
from editkit.formats.markdown.format import Markdown
from editkit.reviewing.page.markup import split_markup

RAW = "# A *b* &amp; [c](d.e)\n\n- f `g`\n\n| h | i |\n|---|---|\n| j | k |\n"


def pieces(start: int, end: int) -> list[tuple[str, bool]]:
    [document] = Markdown().parse(RAW.encode(), uri="a.md", lang="en").documents
    found = split_markup(document.source_map, RawSpan(start, end))
    return [(span.of(RAW), markup) for span, markup in found]


def test_marks_and_targets_are_markup_and_entities_are_prose() -> None:
    heading = pieces(0, RAW.index("\n"))

    assert "".join(text for text, markup in heading if markup) == "# **[](d.e)"
    assert "".join(text for text, markup in heading if not markup) == "A b &amp; c"


@given(st.integers(0, len(RAW)), st.integers(0, len(RAW)))
def test_the_pieces_cover_the_whole_text(one: int, other: int) -> None:
    start, end = sorted((one, other))

    assert "".join(text for text, _ in pieces(start, end)) == RAW[start:end]
