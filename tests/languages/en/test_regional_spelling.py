import pytest

from editkit.languages.en.regional_spelling import AMERICAN, BRITISH, Kind, respelt, spelling
from editkit.languages.en.spelling_alternatives import spelt


@pytest.mark.parametrize(
    "word",
    "promise size hour our four practice program meter license advise rise exercise".split(),
)
def test_words_that_are_right_in_both_countries_say_nothing(word: str) -> None:
    assert spelling(word) is None


@pytest.mark.parametrize(
    ("british", "american", "kind"),
    [
        ("harbours", "harbors", Kind.VARIETY),
        ("defence", "defense", Kind.VARIETY),
        ("analysed", "analyzed", Kind.VARIETY),
        ("travelling", "traveling", Kind.VARIETY),
        ("organised", "organized", Kind.IZE),
        ("cancelled", "canceled", Kind.WORD),
    ],
)
def test_a_pair_is_known_from_both_sides(british: str, american: str, kind: Kind) -> None:
    one, other = spelling(british), spelling(american)

    assert one
    assert other
    assert (one.variety, one.other, one.kind) == (BRITISH, american, kind)
    assert (other.variety, other.other, other.kind) == (AMERICAN, british, kind)
    assert one.root == other.root


def test_a_word_that_is_another_in_britain_counts_from_there_only() -> None:
    assert respelt("Programmes") == "Programs"
    assert respelt("programs") is None


@pytest.mark.parametrize(
    ("text", "word", "spelling", "ending"),
    [
        ("Advisors", "adviser", "advisor", "s"),
        ("cooperation", "co-operat", "cooperat", "ion"),
        ("web sites", "website", "web site", "s"),
        ("Covid-19", "COVID-19", "Covid-19", ""),
    ],
)
def test_a_rival_word_keeps_its_ending(text: str, word: str, spelling: str, ending: str) -> None:
    found = spelt(text)

    assert found
    assert (found.word, found.spelling, found.ending) == (word, spelling, ending)


@pytest.mark.parametrize("text", ["toned", "boat", "webs"])
def test_other_words_have_no_rivals(text: str) -> None:
    assert spelt(text) is None
