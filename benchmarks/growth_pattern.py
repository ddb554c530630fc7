"""Pattern of hostile text: a text whose length can be doubled, and ways to build one."""

from collections.abc import Callable
from dataclasses import dataclass

from editkit.core.glossary import Concept, Glossary, Term, TermStatus

_NAMES = ("Harbour Motor", "BK60", "VELOX αS", "Bay Area Transit Authority (BATA)")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A text of any length: `text(count)` has `count` repetitions.

    `min_length` is the length in code points from which the time is linear: in shorter blocks of
    Markdown, each fix is verified by parsing its block.
    """

    name: str
    text: Callable[[int], str]
    glossary: Glossary
    min_length: int = 2_000


def glossary(*terms: str, rejected: tuple[str, ...] = ()) -> Glossary:
    """Return a glossary of preferred `terms`, and of `rejected` ones with a preferred term."""
    concepts = [Concept(term, (Term(term),)) for term in terms]
    for number, text in enumerate(rejected):
        right = f"Right Term {number}"
        others = (Term(right), Term(text, status=TermStatus.DEPRECATED))
        concepts.append(Concept(right, others))
    return Glossary(tuple(concepts))


GLOSSARY = glossary(*_NAMES, rejected=("Port Motor",))


def repeat(
    name: str, unit: str, glossary: Glossary = GLOSSARY, *, min_length: int = 2_000
) -> Pattern:
    """Return a pattern whose repetitions are equal."""
    return Pattern(name, lambda count: unit * count, glossary, min_length)


def numbered(name: str, unit: str, glossary: Glossary = GLOSSARY) -> Pattern:
    """Return a pattern whose repetitions differ in a number and in a word."""
    return Pattern(
        name,
        lambda count: "".join(unit.format(n=n, w=word(n)) for n in range(count)),
        glossary,
    )


def nested(name: str, opening: str, inner: str, closing: str) -> Pattern:
    """Return a pattern that opens as often as it closes, with `inner` in the middle."""
    return Pattern(name, lambda count: opening * count + inner + closing * count, GLOSSARY)


def word(number: int) -> str:
    """Return a word of letters for a number; few words are similar."""
    letters, number = "", number * 2_654_435_761 % 64**5 + 64**5
    while True:
        letters += "bcdfghklmnprstvz"[number % 16] + "aeio"[number // 16 % 4]
        number //= 64
        if not number:
            return letters
