import pytest

from editkit.languages.en.spelling.regional_spelling import (
    AMERICAN,
    BRITISH,
    SpellingKind,
    regional_spelling,
    respell,
)
from editkit.languages.en.spelling.spelling_alternatives import alternative_spelling


@pytest.mark.parametrize(
    "word",
    "promise size hour our four practice program meter license advise rise exercise".split(),
)
def test_words_correct_in_both_countries(word: str) -> None:
    assert regional_spelling(word) is None


@pytest.mark.parametrize(
    ("british", "american", "kind"),
    [
        ("harbours", "harbors", SpellingKind.VARIETY),
        ("defence", "defense", SpellingKind.VARIETY),
        ("analysed", "analyzed", SpellingKind.VARIETY),
        ("travelling", "traveling", SpellingKind.VARIETY),
        ("organised", "organized", SpellingKind.IZE),
        ("cancelled", "canceled", SpellingKind.WORD),
    ],
)
def test_pair_is_found_from_both_spellings(
    british: str, american: str, kind: SpellingKind
) -> None:
    one, other = regional_spelling(british), regional_spelling(american)

    assert one
    assert other
    assert (one.variety, one.other, one.kind) == (BRITISH, american, kind)
    assert (other.variety, other.other, other.kind) == (AMERICAN, british, kind)
    assert one.root == other.root


def test_different_word_in_british_english() -> None:
    assert respell("Programmes") == "Programs"
    assert respell("programs") is None


@pytest.mark.parametrize(
    ("text", "word", "spelling", "ending"),
    [
        ("Advisors", "adviser", "advisor", "s"),
        ("cooperation", "co-operat", "cooperat", "ion"),
        ("web sites", "website", "web site", "s"),
        ("Covid-19", "COVID-19", "Covid-19", ""),
    ],
)
def test_alternative_spelling(text: str, word: str, spelling: str, ending: str) -> None:
    found = alternative_spelling(text)

    assert found
    assert (found.word, found.spelling, found.ending) == (word, spelling, ending)


@pytest.mark.parametrize("text", ["toned", "boat", "webs"])
def test_no_alternative_spelling(text: str) -> None:
    assert alternative_spelling(text) is None
