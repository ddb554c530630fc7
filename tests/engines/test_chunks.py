"""Content-defined chunking."""

from hypothesis import given
from hypothesis import strategies as st

from editkit.core.document import Block, BlockKind, Document
from editkit.core.source_map import Chunk, SourceMap
from editkit.core.span import RawSpan, Span
from editkit.engines.chunks import split


@given(st.text(alphabet="ab. \n", max_size=200), st.integers(2, 40))
def test_chunks_cover_the_text_and_none_is_too_long(text: str, max_length: int) -> None:
    document = Document.plain(text, lang="en-US")

    found = list(split(document, max_length))

    assert "".join(chunk.of(text) for chunk in found) == text
    assert all(0 < len(chunk) <= max_length for chunk in found)


def of_blocks(*texts: str) -> Document:
    """Return a document of paragraphs separated by blank lines."""
    text = "\n\n".join(texts)
    chunk = Chunk(Span(0, len(text)), RawSpan(0, len(text)))
    blocks, at = [], 0
    for each in texts:
        blocks.append(Block(BlockKind.PARAGRAPH, Span(at, at + len(each))))
        at += len(each) + 2
    return Document("a", "en-US", text, text, SourceMap((chunk,) * bool(text)), tuple(blocks))


def chunks(document: Document, max_length: int = 1_000, window: int = 30) -> list[str]:
    return [chunk.of(document.text) for chunk in split(document, max_length, window)]


def test_a_long_chunk_is_split_at_a_block_end_in_its_second_half() -> None:
    document = of_blocks("one two\nthree five", "five six\nseven")

    assert chunks(document, 28, 100) == ["one two\nthree five\n", "\nfive six\nseven"]


PARAGRAPHS = st.lists(st.text(alphabet="abcd ", min_size=1, max_size=20), min_size=2, max_size=60)


@given(PARAGRAPHS, st.data())
def test_a_changed_paragraph_moves_no_boundary_outside_the_window(
    texts: list[str], data: st.DataObject
) -> None:
    window, max_length = 30, 100_000
    at = data.draw(st.integers(0, len(texts) - 1))
    changed = [*texts[:at], data.draw(st.text(alphabet="abcd ", min_size=1)), *texts[at + 1 :]]
    old, new = of_blocks(*texts), of_blocks(*changed)
    ends = [{len(d.text) - p.end for p in split(d, max_length, window)} for d in (old, new)]
    starts = [{p.start for p in split(d, max_length, window)} for d in (old, new)]
    far = window + 2 * 22  # a block and the next, with the blank lines
    before = old.blocks[at].span.start - far
    after = len(old.text) - old.blocks[at].span.end - far

    assert {n for n in starts[0] if n < before} == {n for n in starts[1] if n < before}
    assert {n for n in ends[0] if n < after} == {n for n in ends[1] if n < after}


def test_one_change_in_a_long_article_changes_about_one_chunk() -> None:
    texts = [
        f"Paragraph {n} of a long article. " + "It goes on. " * (n * 7 % 31) for n in range(400)
    ]
    whole = set(chunks(of_blocks(*texts), 6_000, 800))

    changed_chunks = []
    for at in range(0, 400, 10):
        changed = [*texts[:at], texts[at] + "It has changed.", *texts[at + 1 :]]
        changed_chunks.append(len(set(chunks(of_blocks(*changed), 6_000, 800)) - whole))

    assert len(whole) > 20
    assert sum(changed_chunks) / len(changed_chunks) < 2
    assert max(changed_chunks) <= 4


def test_an_inserted_or_removed_paragraph_moves_no_other_boundary() -> None:
    texts = [f"Paragraph {n} of an article." for n in range(300)]
    whole = set(chunks(of_blocks(*texts), 2_000, 200))

    more = set(chunks(of_blocks(*texts[:150], "This one is new.", *texts[150:]), 2_000, 200))
    fewer = set(chunks(of_blocks(*texts[:150], *texts[151:]), 2_000, 200))

    assert len(whole) > 15
    assert len(more - whole) <= 3
    assert len(fewer - whole) <= 3


def test_identical_paragraphs_are_split() -> None:
    assert max(map(len, chunks(of_blocks(*["The same."] * 500), 100))) <= 100


def test_without_a_line_end_it_splits_at_a_sentence_end() -> None:
    text = "A first one. A second one follows it here"

    assert chunks(Document.plain(text, lang="en-US"), 22)[0] == "A first one. "
