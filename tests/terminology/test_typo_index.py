import tracemalloc

import pytest

from editkit.terminology.typo_index import SlipIndex


@pytest.mark.parametrize(
    "slip", ["Comission", "Commmission", "Commissoin", "Commizsion", "ommission"]
)
def test_a_slip_leads_to_the_word(slip: str) -> None:
    assert SlipIndex(["Commission"]).meant(slip.capitalize()) == ("commission",)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("reverse", "reserve"),  # both are words
        ("Commissions", "Commission"),  # an inflection
        ("comission", "Commission"),  # a name has a capital
        ("Shaanxi", "Shanxi"),  # both are pinyin
        ("BK40x", "BK60x"),  # codes differ on purpose
        ("Commision", "Commissioner"),  # two slips
    ],
)
def test_what_is_no_slip(word: str, meant: str) -> None:
    assert SlipIndex([meant]).meant(word) == ()


def test_a_word_longer_than_any_term_is_not_taken_apart() -> None:
    index = SlipIndex(["Commission"])
    tracemalloc.start()
    meant = index.meant("C" * 5_000)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert meant == ()
    assert peak < 100_000
