from copy import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editkit.core.document import Document
from editkit.core.glossary import Concept, Glossary, Term
from editkit.core.setup import Setup
from editkit.terminology.matcher import TermMatcher
from tests.rows import each_row

TERMS = ("data", "data centre", "Off-Track", "C++", ".NET", "café", "ion", "北京", "SME")


def found(text: str, *terms: str, lang: str = "en-US", term_lang: str = "en") -> list[str]:
    glossary = Glossary(tuple(Concept(t, (Term(t, term_lang),)) for t in terms or TERMS))
    matcher = TermMatcher(Setup(glossary, lang))
    return [hit.span.of(text) for hit in matcher.find(Document.plain(text, lang=lang))]


@each_row(
    ("text", "expected"),
    [
        ("The data centre burns.", ["data", "data centre"]),
        ("data centres", ["data", "data centres"]),
        ("data\ncentre", ["data", "data\ncentre"]),
        ("data\n\ncentre", ["data"]),
        ("data\n \ncentre", ["data"]),
        ("data\u00a0 centre", ["data", "data\u00a0 centre"]),
        ("metadata, update, data_point", []),
        ("Off Track Offtrack off–track", ["Off Track", "Offtrack", "off–track"]),
        ("C++ and C and C#", ["C++"]),
        ("the .NET, ASP.NET", [".NET", ".NET"]),
        ("cafe cafe\u0301 café", ["cafe", "cafe\u0301", "café"]),
        ("在北京市", ["北京"]),
        ("\u0131on, \u0131one", ["\u0131on"]),
        ("İon, so SMEs", ["İon", "SMEs"]),
        ("", []),
    ],
)
def test_find(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_language_tags_match_by_prefix() -> None:
    assert found("data", "data", term_lang="en", lang="en-GB") == ["data"]
    assert found("data", "data", term_lang="und", lang="zh-Hant") == ["data"]
    assert found("data", "data", term_lang="de", lang="en-GB") == []


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("VueJS", "Vue.js"),
        ("Vue.js", "VueJS"),
        ("McDonalds", "McDonald's"),
        ("Sao Paulo", "São Paulo"),
        ("São Paulo", "Sao Paulo"),
        ("Harbour® Fund", "Harbour Fund"),
        ("Harbour ™ Fund", "Harbour Fund"),
        ("Steve·Jobs", "Steve Jobs"),
    ],
)
def test_a_name_with_other_punctuation_or_diacritics_is_found(text: str, term: str) -> None:
    assert found(f"It is {text}, they said.", term) == [text]


@pytest.mark.parametrize(
    ("text", "term"), [("Lines. Harbour", "Lines Harbour"), ("McDonald's", "McDonalds")]
)
def test_a_sentence_end_and_a_possessive_are_no_punctuation_of_a_name(
    text: str, term: str
) -> None:
    assert text not in found(f"It is {text}.", term)


@pytest.mark.parametrize("typo", ["Harbuor Fund", "Harbour Fnud", "Harbbour Fund"])
def test_one_typo_is_found_in_a_term(typo: str) -> None:
    expected = [] if "Fnud" in typo else [typo]  # the word is too short
    assert found(typo, "Harbour Fund") == expected


@given(st.text(alphabet="ab -\u00a0\u200b\n.é北"), st.integers(0, 5))
def test_a_planted_term_is_found_in_any_context(text: str, times: int) -> None:
    planted = f"{text}. Zephyr Works .{text}" * times

    assert found(planted, "Zephyr Works").count("Zephyr Works") == times


def test_a_copy_finds_the_same_and_remembers_no_text() -> None:
    matcher = TermMatcher(Setup(Glossary((Concept("1", (Term("data centre"),)),))))
    text = Document.plain("The data centre burns.", lang="en-US")
    spans = [hit.span for hit in matcher.find(text)]

    copied = copy(matcher)

    assert "burns." in matcher._hints  # noqa: SLF001  (memory is not seen otherwise)
    assert not copied._hints  # noqa: SLF001  (as above)
    assert [hit.span for hit in copied.find(text)] == spans != []
