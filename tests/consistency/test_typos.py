import pickle

import pytest

from editkit.consistency.typos import WordCounts, collect_words, find_typos
from editkit.core.document import Document
from tests.rows import each_row


def found(*texts: str) -> list[tuple[str, str]]:
    documents = [
        Document.plain(text, lang="en-US", uri=f"{n}.txt") for n, text in enumerate(texts)
    ]
    words = WordCounts()
    for document in documents:
        words = words.merge(collect_words(document))
    return [(typo.found, typo.intended) for one in documents for typo, _ in find_typos(one, words)]


@pytest.mark.parametrize(
    ("text", "typo", "intended"),
    [
        ("The audit of the bank, an auidt. The authorities, the authorites.", "auidt", "audit"),
        ("Its governance is good, and so is govenrance.", "govenrance", "governance"),
        ("The Harbour Fund grew. The Habrour Fund fell.", "Habrour", "Harbour"),
        ("Veloxia, Veloxia and Veloxia sell to Velloxia.", "Velloxia", "Veloxia"),
        ("Docker or Docker, Docker or Docker. If Docker, Dokcer.", "Dokcer", "Docker"),
        ("Jana Karstell came. Jana Karstell and Jana Karstall left.", "Karstall", "Karstell"),
    ],
)
def test_the_rarer_spelling_is_a_typo(text: str, typo: str, intended: str) -> None:
    assert (typo, intended) in found(text)


@each_row(
    "text",
    [
        "Shaanxi and Shanxi, Shanxi and Shanxi; Hubei, Hebei, Hebei.",
        "Veloxia, Veloxia, Veloxia, the Veloxian, two Veloxias.",
        "Veloxia and Velocia, Veloxia and Velocia, Veloxia and Velocia.",
        "Docker or Docker, Docker or Docker, Dokcer.",
        "A Brain or a Brain, a Brain or a Brain. The Brain, Brian.",
        "Docker or Docker, Docker or Docker. If Docker, Dicker.",
        "Jana Karstell, Jana Karstell, and Tom Karstall of Suhe.",
        "The marketing of markets: a market, a marked marker.",
        "The valuer valued values; two valuers did.",
        "See veloixa.com and @Veloixa for Veloxia, Veloxia, Veloxia.",
        "An SUCO, the SUCCO, a SUCO, the SUCO.",
        "To organise an organization is to organize it.",
    ],
)
def test_possible_words_are_not_typos(text: str) -> None:
    assert found(text) == []


def test_merging_is_independent_of_the_order() -> None:
    texts = ["Veloxia and Veloxia.", "At Velloxia.", "In Veloxia."]

    assert found(*texts) == [("Velloxia", "Veloxia")] == found(*texts[::-1])


def test_every_occurrence_of_a_frequent_typo_is_found() -> None:
    assert len(found("The authority of an authorty. " * 9)) == 9


def test_counts_can_be_pickled() -> None:
    words = collect_words(Document.plain("The authority of an authorty.", lang="en-US"))

    assert pickle.loads(pickle.dumps(words)) == words  # noqa: S301  (what was just written)


def test_long_words_are_skipped() -> None:
    longest, longer = "Velox" * 12, "Velox" * 12 + "i"
    assert set(collect_words(Document.plain(f"{longest} {longer}", lang="en-US")).words) == {
        longest
    }
