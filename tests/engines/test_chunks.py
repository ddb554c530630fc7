from hypothesis import given
from hypothesis import strategies as st

from editkit.core.document import Block, BlockKind, Document
from editkit.core.source_map import Chunk, SourceMap
from editkit.core.span import RawSpan, Span
from editkit.engines.chunks import cut


@given(st.text(alphabet="ab. \n", max_size=200), st.integers(2, 40))
def test_the_pieces_cover_the_text_and_none_is_too_long(text: str, size: int) -> None:
    document = Document.plain(text, lang="en-US")

    found = list(cut(document, size))

    assert "".join(piece.of(text) for piece in found) == text
    assert all(0 < len(piece) <= size for piece in found)


def of_blocks(*texts: str) -> Document:
    """Return a document of paragraphs that blank lines part."""
    text = "\n\n".join(texts)
    chunk = Chunk(Span(0, len(text)), RawSpan(0, len(text)))
    blocks, at = [], 0
    for each in texts:
        blocks.append(Block(BlockKind.PARAGRAPH, Span(at, at + len(each))))
        at += len(each) + 2
    return Document("a", "en-US", text, text, SourceMap((chunk,) * bool(text)), tuple(blocks))


def pieces(document: Document, size: int = 1_000, reach: int = 30) -> list[str]:
    return [piece.of(document.text) for piece in cut(document, size, reach)]


def test_a_piece_that_is_too_long_ends_with_a_block_where_one_ends_late_enough() -> None:
    document = of_blocks("one two\nthree five", "five six\nseven")

    assert pieces(document, 28, 100) == ["one two\nthree five\n", "\nfive six\nseven"]


PARAGRAPHS = st.lists(st.text(alphabet="abcd ", min_size=1, max_size=20), min_size=2, max_size=60)


@given(PARAGRAPHS, st.data())
def test_a_changed_paragraph_moves_no_end_beyond_its_reach(
    texts: list[str], data: st.DataObject
) -> None:
    reach, size = 30, 100_000
    at = data.draw(st.integers(0, len(texts) - 1))
    changed = [*texts[:at], data.draw(st.text(alphabet="abcd ", min_size=1)), *texts[at + 1 :]]
    old, new = of_blocks(*texts), of_blocks(*changed)
    ends = [{len(d.text) - p.end for p in cut(d, size, reach)} for d in (old, new)]
    starts = [{p.start for p in cut(d, size, reach)} for d in (old, new)]
    far = reach + 2 * 22  # a block and the next, with the blank lines
    before = old.blocks[at].span.start - far
    behind = len(old.text) - old.blocks[at].span.end - far

    assert {n for n in starts[0] if n < before} == {n for n in starts[1] if n < before}
    assert {n for n in ends[0] if n < behind} == {n for n in ends[1] if n < behind}


def test_one_change_in_a_long_article_costs_about_one_piece() -> None:
    texts = [
        f"Paragraph {n} of a long article. " + "It goes on. " * (n * 7 % 31) for n in range(400)
    ]
    whole = set(pieces(of_blocks(*texts), 6_000, 800))

    asked = []
    for at in range(0, 400, 10):
        changed = [*texts[:at], texts[at] + "It has changed.", *texts[at + 1 :]]
        asked.append(len(set(pieces(of_blocks(*changed), 6_000, 800)) - whole))

    assert len(whole) > 20
    assert sum(asked) / len(asked) < 2
    assert max(asked) <= 4


def test_a_paragraph_put_in_or_taken_out_moves_no_other_end() -> None:
    texts = [f"Paragraph {n} of an article." for n in range(300)]
    whole = set(pieces(of_blocks(*texts), 2_000, 200))

    more = set(pieces(of_blocks(*texts[:150], "This one is new.", *texts[150:]), 2_000, 200))
    fewer = set(pieces(of_blocks(*texts[:150], *texts[151:]), 2_000, 200))

    assert len(whole) > 15
    assert len(more - whole) <= 3
    assert len(fewer - whole) <= 3


def test_paragraphs_all_alike_are_cut_too() -> None:
    assert max(map(len, pieces(of_blocks(*["The same."] * 500), 100))) <= 100


def test_without_a_line_end_a_sentence_end_is_taken() -> None:
    text = "A first one. A second one follows it here"

    assert pieces(Document.plain(text, lang="en-US"), 22)[0] == "A first one. "
