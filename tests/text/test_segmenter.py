from itertools import pairwise

import pytest
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
    known = (Segment(Span(0, 3), source="好"),)
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
