"""Speed of building a glossary and scanning a text, relative to a lookup of each word."""

import random
from collections.abc import Callable
from functools import partial
from itertools import chain
from time import perf_counter
from typing import TypeVar

from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.glossary import Concept, Glossary, Term, TermStatus
from editkit.core.setup import Setup
from editkit.terminology.scan import TermScan
from editkit.text.segmenter import segment

TEXT_LENGTH = 10_000_000
GLOSSARY_SIZES = (100, 1_000, 10_000)
WORDS_PER_SENTENCE, SENTENCES_PER_PARAGRAPH = 14, 6
WORDS_PER_TERM = 40
"""One in this many words of the text is a form of a term."""
ONSETS = "b br c d f g gr h k l m n p pl r s st t tr v w".split()
VOWELS = "a ai e ea i o ou u".split()
CODAS = ["l", "m", "n", "nd", "r", "rk", "s", "t", ""]

Result = TypeVar("Result")


def timed(call: Callable[[], Result]) -> tuple[float, Result]:
    """Return the seconds that a call takes, and its result."""
    start = perf_counter()
    result = call()
    return perf_counter() - start, result


def pseudowords(rng: random.Random, size: int) -> list[str]:
    """Return `size` different pseudowords."""
    words: dict[str, None] = {}
    while len(words) < size:
        syllables = range(rng.randint(2, 4))
        parts = [rng.choice(ONSETS) + rng.choice(VOWELS) + rng.choice(CODAS) for _ in syllables]
        words["".join(parts)] = None
    return list(words)


def forms(rng: random.Random, words: list[str]) -> tuple[str, ...]:
    """Return a name and five rejected forms: case, hyphens, joined, a typo, a synonym."""
    name = [word.capitalize() for word in rng.sample(words, rng.choice((1, 2, 2, 3)))]
    at = rng.randrange(1, len(name[-1]) - 1)
    typo = name[-1][:at] + name[-1][at + 1] + name[-1][at] + name[-1][at + 2 :]
    variants = (
        " ".join(name),
        " ".join((name[0], *map(str.lower, name[1:]), "works")),
        "-".join(("Old", *name)),
        "".join((*name, "Co")),
        " ".join((*name[:-1], typo)),
        " ".join(word.capitalize() for word in rng.sample(words, 2)),
    )
    return tuple(dict.fromkeys(variants))


def article(rng: random.Random, words: list[str], terms: list[tuple[str, ...]]) -> str:
    """Return a text of `TEXT_LENGTH` characters with forms of the terms in it."""

    def sentence() -> str:
        chosen = rng.choices(words, k=WORDS_PER_SENTENCE)
        for at in range(WORDS_PER_SENTENCE):
            if rng.randrange(WORDS_PER_TERM) == 0:
                chosen[at] = rng.choice(rng.choice(terms))
        return f"{chosen[0][:1].upper()}{' '.join(chosen)[1:]}."

    paragraphs: list[str] = []
    length = 0
    while length < TEXT_LENGTH:
        paragraphs.append(" ".join(sentence() for _ in range(SENTENCES_PER_PARAGRAPH)))
        length += len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs)


def glossary(terms: list[tuple[str, ...]]) -> Glossary:
    """Return a glossary in which the first form of each term is the preferred one."""
    return Glossary(
        tuple(
            Concept(
                str(number),
                (Term(one[0]), *(Term(form, status=TermStatus.DEPRECATED) for form in one[1:])),
            )
            for number, one in enumerate(terms)
        )
    )


def look_up(text: str, known: frozenset[str]) -> int:
    """Return the number of known words in a text: the minimal work in Python."""
    return sum(map(known.__contains__, text.split()))


def main() -> None:
    """Print, for each size of the glossary, the seconds, MB/s and the ratio to the look-up."""
    print(" terms    build     scan      MB/s  look-up  scan/look-up  occurrences")
    for size in GLOSSARY_SIZES:
        rng = random.Random(size)  # noqa: S311  (the same text every time)
        words = pseudowords(rng, 20_000)
        terms = [forms(rng, words) for _ in range(size)]
        text = article(rng, words, terms)
        document = segment(Document.plain(text, lang="en-US"))
        known = frozenset(chain.from_iterable(terms))
        setup = Setup(glossary(terms))
        plain, _ = timed(partial(look_up, text, known))
        built, scan = timed(partial(TermScan, setup))
        took, found = timed(partial(scan.find, LintContext(document, setup)))
        speed = len(text) / 1_000_000 / took
        print(
            f"{size:6d} {built:6.2f} s {took:6.2f} s {speed:9.1f} {plain:6.2f} s "
            f"{took / plain:13.1f} {len(found):12d}"
        )


if __name__ == "__main__":
    main()
