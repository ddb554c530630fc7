import pickle

import pytest

from editkit.consistency.name_counts import NameCounts, collect_names, fold_words
from editkit.consistency.name_variants import name_variant_pairs
from editkit.core.document import Document
from editkit.text.segmenter import segment


def variants(*texts: str) -> list[tuple[str, str]]:
    names = NameCounts()
    for number, text in enumerate(texts):
        document = segment(Document.plain(text, lang="en-US", uri=f"{number}.txt"))
        names = names.merge(collect_names(document))
    return [(r.winner, part.text) for r in name_variant_pairs(names) for part in r.losing]


@pytest.mark.parametrize(
    ("text", "winner", "loser"),
    [
        (
            "We saw Suhe Corvin-Benz, then Suhe Benz, Suhe Benz and Suhe Benz.",
            "Suhe Benz",
            "Suhe Corvin-Benz",
        ),
        (
            f"{'The Party Committee of Velox Group met. ' * 3}The Party Committee of Velox left.",
            "Party Committee of Velox Group",
            "Party Committee of Velox",
        ),
        (
            "At Suhe University. The University of Suhe, the University of Suhe.",
            "University of Suhe",
            "Suhe University",
        ),
        (
            "Our solar power house coaches run. The Solar Power Coach wins",
            "solar power house coaches",
            "Solar Power Coach",
        ),
        (
            f"{'The Great Suhe Harbour Bank. ' * 3}And once the Great Suhe Bank.",
            "Great Suhe Harbour Bank",
            "Great Suhe Bank",
        ),
    ],
)
def test_the_rarer_name_loses(text: str, winner: str, loser: str) -> None:
    assert (winner, loser) in variants(text)


@pytest.mark.parametrize(
    "text",
    [
        "Jana Maria Karstell came. Jana Karstell, Jana Karstell, Jana Karstell left.",
        "The Suhe Harbour Bank; the Suhe Harbour. Suhe Harbour Bank, Suhe Harbour Bank.",
        "Suhe University, Suhe University, Suhe University and Suhe Forest University.",
        "The Bank of Suhe Group. The Bank of Suhe. The Bank of Suhe. The Bank.",
        "Men and women, women and men. Red hair and shoes, shoes and red hair.",
        "They seek assured pay and steady work: steady works and assured pay.",
        "Velox Plant 2 Hall, Velox Plant Hall, Velox Plant Hall, Velox Plant Hall.",
        "The Suhe University of Music and the University of Suhe.",
    ],
)
def test_different_names_are_not_variants(text: str) -> None:
    assert variants(text) == []


def test_merging_is_independent_of_the_order() -> None:
    texts = ["The University of Suhe.", "At the University of Suhe.", "Our Suhe University."]

    assert (
        variants(*texts) == variants(*texts[::-1]) == [("University of Suhe", "Suhe University")]
    )


def test_plural_folds_into_singular() -> None:
    assert fold_words("Coaches’ Duties, Glass-Houses") == ("coach", "duty", "glass", "house")


def test_counts_can_be_pickled() -> None:
    names = collect_names(segment(Document.plain("At Suhe University.", lang="en-US")))

    assert names.names
    assert pickle.loads(pickle.dumps(names)) == names  # noqa: S301  (what was just written)


GROWTH = "General Motors grew. General Motors paid. General Motors said so. "


def test_a_name_that_lacks_its_plural_ending_is_a_variant() -> None:
    assert variants(f"{GROWTH}General Motor sold cars.") == [("General Motors", "General Motor")]


@pytest.mark.parametrize(
    "text",
    [
        f"{GROWTH}A General Motor sold cars.",
        f"{GROWTH}They met General Motor executives.",
        "General Motors grew. General Motor paid.",
        "General Motor grew. General Motor paid. General Motor sat. General Motors left.",
    ],
)
def test_a_singular_with_an_article_or_before_a_noun_is_no_variant(text: str) -> None:
    assert variants(text) == []
