from hypothesis import given
from hypothesis import strategies as st

from editkit.core.document import Block, BlockKind, Document
from editkit.core.source_map import Chunk, SourceMap
from editkit.core.span import RawSpan, Span
from editkit.engines.batches import cut


@given(st.text(alphabet="ab. \n", max_size=200), st.integers(2, 40))
def test_the_pieces_cover_the_text_and_none_is_too_long(text: str, size: int) -> None:
    document = Document.plain(text, lang="en-US")

    pieces = list(cut(document, size))

    assert "".join(piece.of(text) for piece in pieces) == text
    assert all(0 < len(piece) <= size for piece in pieces)


def test_a_piece_ends_with_a_block_where_one_ends_late_enough() -> None:
    text = "one two\nthree four\n\nfive six\nseven"
    ends = [(0, 18), (20, len(text))]
    blocks = tuple(Block(BlockKind.PARAGRAPH, Span(*end)) for end in ends)
    chunk = Chunk(Span(0, len(text)), RawSpan(0, len(text)))
    document = Document("a", "en-US", text, text, SourceMap((chunk,)), blocks)

    assert [piece.of(text) for piece in cut(document, 28)] == [text[:19], text[19:]]


def test_without_a_line_end_a_sentence_end_is_taken() -> None:
    text = "A first one. A second one follows it here"

    pieces = [p.of(text) for p in cut(Document.plain(text, lang="en-US"), 22)]

    assert pieces[0] == "A first one. "
