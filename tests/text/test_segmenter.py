from itertools import pairwise

import pytest
import sentencex
from hypothesis import given, settings
from hypothesis import strategies as st

from editkit.core.document import Block, BlockKind, Document, Segment
from editkit.core.source_map import Chunk, SourceMap
from editkit.core.span import RawSpan, Span
from editkit.text.segmenter import segment, sentences

PIECES = st.sampled_from(
    [
        "Dr. Ho left. ",
        "a",
        " ",
        "“Go!” she said.",
        "\n",
        "\u00a0",
        "A",
        "\u3000",
        ".",
        "é",
        "😀",
        "。",
        "好",
        "3.5",
        "U.S.",
        "\u2028",
        "\r",
        "…",
    ]
)
PROSE = st.lists(PIECES | st.text(max_size=5), max_size=30).map("".join)


def of_blocks(*texts: str) -> Document:
    text, blocks = "", []
    for block in texts:
        blocks.append(Block(BlockKind.PARAGRAPH, Span(len(text), len(text) + len(block))))
        text += block + "\n"
    chunks = (Chunk(Span(0, len(text)), RawSpan(0, len(text))),) if text else ()
    return Document("a.txt", "en-US", text, text, SourceMap(chunks), tuple(blocks))


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        (
            "Dr. Ho came at 3.5 p.m. today. He left.",
            "en",
            ["Dr. Ho came at 3.5 p.m. today.", "He left."],
        ),
        ("A line\nthat wraps. 😀 Next.", "en_GB", ["A line\nthat wraps.", "😀 Next."]),
        ("你好。我好。", "zh-Hans-CN", ["你好。", "我好。"]),
        ("It rains. It pours.", "und", ["It rains.", "It pours."]),
        (" \n ", "en", []),
    ],
)
def test_sentences(text: str, lang: str, found: list[str]) -> None:
    assert [span.of(text) for span in sentences(text, lang)] == found


def test_segments_end_at_the_end_of_a_block() -> None:
    document = segment(of_blocks("A heading", "a paragraph. Its end."))

    found = [s.span.of(document.text) for s in document.segments]
    assert found == ["A heading", "a paragraph.", "Its end."]


def test_segments_from_the_parser_are_kept() -> None:
    known = (Segment(Span(0, 3)),)
    document = of_blocks("A b. C d.")
    given_segments = Document(
        document.uri,
        "en",
        document.text,
        document.raw,
        document.source_map,
        document.blocks,
        known,
    )

    assert segment(given_segments).segments == known


@settings(deadline=None)  # the first example imports sentencex
@given(st.lists(PROSE, max_size=4), st.sampled_from(["en-US", "zh", "de", "x-none", ""]))
def test_segments_lie_in_blocks_in_order_and_cover_all_prose(texts: list[str], lang: str) -> None:
    blocks = of_blocks(*texts)
    document = segment(
        Document("a", lang, blocks.text, blocks.raw, blocks.source_map, blocks.blocks)
    )

    spans = [s.span for s in document.segments]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(any(block.span.covers(span) for block in document.blocks) for span in spans)
    covered = "".join(span.of(document.text) for span in spans)
    assert "".join(covered.split()) == "".join(document.text.split())


@pytest.mark.parametrize("mark", "'`")
def test_a_long_run_of_quotation_marks_is_read_in_linear_time(
    monkeypatch: pytest.MonkeyPatch, mark: str
) -> None:
    """The library needs quadratic time for it."""
    read: list[str] = []
    find = sentencex.get_sentence_boundaries

    def find_and_record(lang: str, text: str) -> object:
        read.append(text)
        return find(lang, text)

    monkeypatch.setattr(sentencex, "get_sentence_boundaries", find_and_record)
    text = f"One. {mark * 40} Two, {mark}three{mark}. Four."

    assert [span.of(text) for span in sentences(text, "en")][-1] == "Four."
    assert mark * 16 not in read[0]
    assert f"{mark}three{mark}" in read[0]


@pytest.mark.parametrize(
    ("unit", "count"), [("It was cold again. ", 2000), ("“word ", 4000), ("a", 25_000)]
)
def test_a_long_block_is_read_in_stretches(
    monkeypatch: pytest.MonkeyPatch, unit: str, count: int
) -> None:
    find, lengths = sentencex.get_sentence_boundaries, []

    def find_and_measure(lang: str, text: str) -> object:
        lengths.append(len(text))
        return find(lang, text)

    monkeypatch.setattr(sentencex, "get_sentence_boundaries", find_and_measure)
    found = sentences(unit * count, "en")

    assert max(lengths) <= 10_000
    assert "".join(span.of(unit * count) for span in found).replace(" ", "") == (
        unit.replace(" ", "") * count
    )
    if unit.endswith(". "):
        assert {span.of(unit * count) for span in found} == {"It was cold again."}
