"""Known misspellings: the list, and words that a text may intend."""

from itertools import pairwise

import pytest

from editkit import checks
from editkit.core.context import LintContext
from editkit.core.glossary import Concept, Glossary, Term
from editkit.core.setup import Setup
from editkit.formats.markdown.format import Markdown
from editkit.languages.en.spelling import misspellings
from editkit.languages.en.spelling.misspellings import correct_spelling
from editkit.languages.en.word_list import is_english
from editkit.languages.prose_view import prose_view
from editkit.text.segmenter import segment


def corrected(text: str, *terms: str) -> list[tuple[str, str]]:
    setup = Setup(Glossary(tuple(Concept(term, (Term(term),)) for term in terms)))
    document = segment(Markdown().parse(text.encode(), uri="a.md", lang="en-US").documents[0])
    context = LintContext(prose_view(document, setup), setup)
    issues = checks.load("misspelled-word")(setup).run(context)
    return [(issue.span.of(document.text), issue.fixes[0].edits[0].text) for issue in issues]


def test_word_with_markup_inside_is_not_compared() -> None:
    assert corrected("It is a seper*ate road to the old* harbor.") == []
    assert corrected("It is a *seperate* road to the old harbor.") == [("seperate", "separate")]


def test_every_listed_word_is_found_and_is_no_word() -> None:
    lines = misspellings._lines().strip().split("\n")  # noqa: SLF001
    pairs = [line.split(" ") for line in lines]

    assert all(a < b for a, b in pairwise(lines))
    assert all(correct_spelling(wrong) == right for wrong, right in pairs[::97])
    assert [wrong for wrong, _ in pairs if is_english(wrong)] == []
    assert [right for _, right in pairs if not is_english(right)] == []


@pytest.mark.parametrize("word", ["", "a", "receive", "recieve ", "recieves\n", "zzzz", "Recieve"])
def test_other_words_have_no_correction(word: str) -> None:
    assert correct_spelling(word) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mayor opened a new brigde.", ("brigde", "bridge")),
        ("The crowd at the bridge was hapy.", ("hapy", "happy")),
        ("It occured twice, and it occured here.", ("occured", "occurred")),
        ("It is so. Occured errors are shown.", ("Occured", "Occurred")),
        ("| name | use |\n|---|---|\n| `x` | the specail case |", ("specail", "special")),
        ("Our brigde's deck is new.", ("brigde", "bridge")),
        ("They recieve an enviroment and a brigde.", ("brigde", "bridge")),
    ],
)
def test_a_listed_word_is_found(text: str, found: tuple[str, str]) -> None:
    assert found in corrected(text)


@pytest.mark.parametrize(
    "text",
    [
        "We met the Brigde family at noon.",  # a name
        "It is so. Brigde Corp sells it.",
        "BRIGDE is the name of a constant.",
        "Set `brigde` first, and the brigde is on.",  # a word of the code
        "See the file brigde.py and the folder new/brigde.",
        "The type “brigde” is not known.",  # a word that the sentence is about
        "A brigde is one, a brigde is two, and a brigde is three.",
        "Le brigde della strada nuova è molto lungo.",  # another language
        "- brigde",  # nothing around it says that it is English
    ],
)
def test_a_word_that_may_be_intended_is_not(text: str) -> None:
    assert corrected(text) == []


def test_a_word_of_the_glossary_is_no_misspelling() -> None:
    text = "The mayor opened a new brigde."

    assert corrected(text, "Brigde engine") == []
    assert corrected(text, "Bridge engine") == [("brigde", "bridge")]
