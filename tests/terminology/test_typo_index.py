import tracemalloc

import pytest

from editkit.languages.en.word_list import is_english
from editkit.terminology.typo_index import TypoIndex


@pytest.mark.parametrize(
    "typo", ["Comission", "Commmission", "Commissoin", "Commizsion", "ommission"]
)
def test_intended_word_is_found(typo: str) -> None:
    assert TypoIndex(["Commission"], is_english).intended(typo.capitalize()) == ("commission",)


@pytest.mark.parametrize(
    ("word", "intended"),
    [
        ("reverse", "reserve"),  # both are words
        ("Commissions", "Commission"),  # an inflection
        ("comission", "Commission"),  # a name has a capital
        ("Shaanxi", "Shanxi"),  # both are pinyin
        ("BK40x", "BK60x"),  # codes differ on purpose
        ("Commision", "Commissioner"),  # two typos
    ],
)
def test_not_a_typo(word: str, intended: str) -> None:
    assert TypoIndex([intended], is_english).intended(word) == ()


def test_long_words_are_skipped() -> None:
    index = TypoIndex(["Commission"], is_english)
    tracemalloc.start()
    intended = index.intended("C" * 5_000)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert intended == ()
    assert peak < 100_000
