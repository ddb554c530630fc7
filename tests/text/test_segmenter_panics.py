"""Sentence splitting of any space and format character, and without sentencex."""

import unicodedata
from collections import defaultdict
from itertools import chain, product

import pytest
import sentencex
from hypothesis import given, settings
from hypothesis import strategies as st

from editkit.core.span import Span
from editkit.text.segmenter import sentences

CATEGORIES = defaultdict[str, list[str]](list)
for char in map(chr, chain(range(0x20000), range(0xE0000, 0xE1000))):  # then Han
    CATEGORIES[unicodedata.category(char)].append(char)
INVISIBLE = sorted(char for name in ("Zs", "Zl", "Zp", "Cf", "Cc") for char in CATEGORIES[name])
"""White space is of one of these categories, too."""
MARKS = sorted(char for name, found in CATEGORIES.items() if name[0] == "P" for char in found)
SENTENCE_MARKS = [".", "!", "?", "…", "。", "！", "？", "．", ".”", ".)", ".'"]
WORDS = ["A", "É", "U.S", "Dr", "etc", "vitamin C", "“Plan B", "J. K", "IV", "1"]


class PanicException(BaseException):
    """A replacement for pyo3's PanicException, which cannot be imported."""


def assert_covers(text: str, spans: tuple[Span, ...]) -> None:
    """The sentences are in order, and only white space lies between and around them."""
    ends = (0, *(span.end for span in spans))
    starts = (*(span.start for span in spans), len(text))
    assert all(
        end <= start and not text[end:start].strip()
        for end, start in zip(ends, starts, strict=True)
    )
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)


@pytest.fixture
def without_fallback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("editkit.text.segmenter._SENTENCE_END", None)


@pytest.mark.usefixtures("without_fallback")
@pytest.mark.parametrize("word", WORDS)
def test_any_invisible_character_near_a_sentence_mark(word: str) -> None:
    for char, mark in product(INVISIBLE, SENTENCE_MARKS):
        for text in (f"{word}{char}{mark} It.", f"{word}{mark}{char}It.", f"{char}{word}{mark}"):
            assert_covers(text, sentences(text, "en"))


@pytest.mark.usefixtures("without_fallback")
def test_any_space_near_any_punctuation() -> None:
    spaces = [char for char in INVISIBLE if char.isspace()]
    # One text for each mark: a panic in one of its sentences would fail the whole text.
    for mark in MARKS:
        text = " ".join(f"Plan A{space}{mark} It {mark}{space}B{mark}." for space in spaces)
        assert_covers(text, sentences(text, "en"))


ADJACENT = st.sampled_from([*INVISIBLE, *SENTENCE_MARKS, *WORDS, " ", "\n\n", "\r\n", "好", "😀"])


@settings(deadline=None, max_examples=3 * settings().max_examples)
@given(
    st.lists(ADJACENT | st.sampled_from(MARKS) | st.characters(), max_size=25).map("".join),
    st.sampled_from(["en-US", "zh", "de", "fr", "und", ""]),
)
def test_any_text(text: str, lang: str) -> None:
    spans = sentences(text, lang)

    assert_covers(text, spans)
    assert sentences(text, lang) == spans


@pytest.mark.parametrize("error", [PanicException("boom"), UnicodeEncodeError("u", "", 0, 1, "")])
def test_without_sentencex_sentences_end_at_punctuation(
    monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(sentencex, "get_sentence_boundaries", fail)
    text = " It is 3.5 p.m. “Why?” 你好。我好。 No!\n"

    found = [span.of(text) for span in sentences(text, "en")]

    assert found == ["It is 3.5 p.m.", "“Why?”", "你好。", "我好。", "No!"]


@pytest.mark.parametrize(
    "bounds", [[], [(0, 4)], [(0, 9), (4, 14)], [(0, 7), (8, 14)], [(0, 14), (14, 15)], [(7, 3)]]
)
def test_ranges_of_sentencex_that_do_not_cover_the_text_are_not_used(
    monkeypatch: pytest.MonkeyPatch, bounds: list[tuple[int, int]]
) -> None:
    found = [{"start_index": start, "end_index": end} for start, end in bounds]
    monkeypatch.setattr(sentencex, "get_sentence_boundaries", lambda *_: found)

    assert sentences("It is. It was.", "en") == (Span(0, 6), Span(7, 14))


def test_ctrl_c_is_not_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(sentencex, "get_sentence_boundaries", interrupt)

    with pytest.raises(KeyboardInterrupt):
        sentences("It is.", "en")


def test_half_a_character_does_not_fail() -> None:
    assert sentences("It is \ud800. It was.", "en") == (Span(0, 8), Span(9, 16))
