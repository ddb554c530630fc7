import pytest

from editkit.text.spelling_difference import Gap, Letters, compare
from tests.rows import each_row


@each_row(
    ("found", "expected", "letters", "gap"),
    [
        ("Hkta", "HKTA", Letters.CASE, None),
        ("HKT\u0391", "HKTA", Letters.CONFUSABLE, None),
        ("VELOX aS H1", "VELOX αS HI", Letters.CONFUSABLE, None),
        ("Auth0rity", "Authority", Letters.CONFUSABLE, None),
        ("ＨＫＴＡ", "HKTA", Letters.CONFUSABLE, None),
        ("𝐇𝐊𝐓𝐀", "HKTA", Letters.CONFUSABLE, None),
        ("Harbour-Fund", "Harbour Fund", None, Gap.HYPHEN),
        ("Harbour\u00a0Fund", "Harbour Fund", None, Gap.SPACE),
        ("Harbour  Fund", "Harbour Fund", None, Gap.SPACE),
        ("HarbourFund", "Harbour Fund", None, Gap.SOLID),
        ("R & D", "R&D", None, Gap.SPLIT),
        ("Har\u200bbour", "Harbour", None, Gap.INVISIBLE),
        ("harbour-fund", "Harbour Fund", Letters.CASE, Gap.HYPHEN),
        ("Harbour\nFund", "Harbour Fund", None, None),
        ("people’s", "people's", None, None),
        ("cafe\u0301", "café", None, None),
        ("cafe", "café", Letters.DIACRITICS, None),
        ("ŠKODA", "Skoda", Letters.DIACRITICS, None),
        ("Sao-Paulo", "São Paulo", Letters.DIACRITICS, Gap.HYPHEN),
        ("VueJS", "Vue.js", Letters.PUNCTUATION, None),
        ("Vue JS", "Vue.js", Letters.PUNCTUATION, None),
        ("McDonald’s", "McDonalds", Letters.PUNCTUATION, None),
        ("Harbour® Fund", "Harbour Fund", None, None),
        ("Harbour·Fund", "Harbour Fund", None, Gap.SPACE),
    ],
)
def test_difference(found: str, expected: str, letters: Letters | None, gap: Gap | None) -> None:
    difference = compare(found, expected)

    assert difference is not None
    assert (difference.letters, difference.gap) == (letters, gap)


@pytest.mark.parametrize(
    ("found", "expected"),
    [("all", "ail"), ("modern", "modem"), ("BK40", "BK60"), ("И", "Й")],
)
def test_other_words_are_not_variants(found: str, expected: str) -> None:
    assert compare(found, expected) is None
