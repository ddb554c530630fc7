import pickle

import pytest

from editkit.consistency.typos import Words, collect, slips
from editkit.core.document import Document


def found(*texts: str) -> list[tuple[str, str]]:
    documents = [
        Document.plain(text, lang="en-US", uri=f"{n}.txt") for n, text in enumerate(texts)
    ]
    words = Words()
    for document in documents:
        words = words.merge(collect(document))
    return [(slip.found, slip.meant) for one in documents for slip, _ in slips(one, words)]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("The audit of the bank, an auidt. The authorities, the authorites.", "auidt", "audit"),
        ("Its governance is good, and so is govenrance.", "govenrance", "governance"),
        ("The Harbour Fund grew. The Habrour Fund fell.", "Habrour", "Harbour"),
        ("Veloxia, Veloxia and Veloxia sell to Velloxia.", "Velloxia", "Veloxia"),
        ("Jana Karstell came. Jana Karstell and Jana Karstall left.", "Karstall", "Karstell"),
    ],
)
def test_the_rarer_spelling_is_a_slip(text: str, wrong: str, right: str) -> None:
    assert (wrong, right) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Shaanxi and Shanxi, Shanxi and Shanxi; Hubei, Hebei, Hebei.",
        "Veloxia, Veloxia, Veloxia, the Veloxian, two Veloxias.",
        "Veloxia and Velocia, Veloxia and Velocia, Veloxia and Velocia.",
        "Jana Karstell, Jana Karstell, and Tom Karstall of Suhe.",
        "The marketing of markets: a market, a marked marker.",
        "The valuer valued values; two valuers did.",
        "See veloixa.com and @Veloixa for Veloxia, Veloxia, Veloxia.",
        "An SUCO, the SUCCO, a SUCO, the SUCO.",
        "To organise an organization is to organize it.",
    ],
)
def test_what_may_be_right_is_no_slip(text: str) -> None:
    assert found(text) == []


def test_words_add_up_in_any_order() -> None:
    texts = ["Veloxia and Veloxia.", "At Velloxia.", "In Veloxia."]

    assert found(*texts) == [("Velloxia", "Veloxia")] == found(*texts[::-1])


def test_a_slip_met_often_is_found_at_every_place() -> None:
    assert len(found("The authority of an authorty. " * 9)) == 9


def test_words_are_plain_data() -> None:
    words = collect(Document.plain("The authority of an authorty.", lang="en-US"))

    assert pickle.loads(pickle.dumps(words)) == words  # noqa: S301  (what was just written)


def test_what_is_too_long_for_a_word_is_none() -> None:
    longest, longer = "Velox" * 12, "Velox" * 12 + "i"
    assert set(collect(Document.plain(f"{longest} {longer}", lang="en-US")).seen) == {longest}
