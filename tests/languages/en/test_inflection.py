import pytest

from editkit.core.glossary import MatchPolicy, Term
from editkit.languages.base import Slot
from editkit.languages.en.inflection import plural, singular
from editkit.languages.en.language import LANGUAGE
from tests.rows import each_row


@each_row(
    ("one", "many"),
    [
        ("company", "companies"),
        ("analysis", "analyses"),
        ("SME", "SMEs"),
        ("API", "APIs"),
        ("CSoE", "CSoEs"),
        ("bus", "buses"),
        ("crisis", "crises"),
        ("business", "businesses"),
        ("day", "days"),
        ("hero", "heroes"),
        ("criterion", "criteria"),
        ("vice chairman", "vice chairmen"),
        ("German", "Germans"),
        ("specimen", "specimens"),
        ("Eastman", "Eastmans"),
        ("battery swap station", "battery swap stations"),
        ("Party Committee of the Port", "Party Committees of the Port"),
    ],
)
def test_plural_and_singular_are_inverse(one: str, many: str) -> None:
    assert plural(one) == many
    if " of " not in one:
        assert singular(many) == one


@pytest.mark.parametrize(
    "text", ["news", "equipment", "logistics", "BJ60", "αS 4", "stores", "Co."]
)
def test_no_plural(text: str) -> None:
    assert plural(text) is None


@pytest.mark.parametrize("text", ["gas", "business", "analysis", "news", "bus", "logistics"])
def test_no_singular(text: str) -> None:
    assert singular(text) is None


def test_listed_forms_replace_generated_ones() -> None:
    forms = LANGUAGE.inflect(Term("virus", forms=("virii", "viruses")))

    assert [(form.text, form.slot) for form in forms] == [
        ("virus", Slot.BASE),
        ("virii", Slot.PLURAL),
        ("viruses", Slot.PLURAL),
    ]


def test_exact_match_has_no_other_forms() -> None:
    assert [f.text for f in LANGUAGE.inflect(Term("port", match=MatchPolicy.EXACT))] == ["port"]


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("carry out", ["carries out", "carried out", "carrying out"]),
        ("release", ["releases", "released", "releasing"]),
        ("stop", ["stops", "stopped", "stopping"]),
        ("play", ["plays", "played", "playing"]),
    ],
)
def test_verbs_are_conjugated(verb: str, forms: list[str]) -> None:
    assert [f.text for f in LANGUAGE.inflect(Term(verb, pos="verb"))] == [verb, *forms]


def test_verb_without_text_has_no_other_forms() -> None:
    assert [form.text for form in LANGUAGE.inflect(Term(" ", pos="verb"))] == [" "]
