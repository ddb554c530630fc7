"""Makes articles that no two runs of a benchmark have to share with anybody."""

import random

_NOUNS = """
agency airport bridge budget bus company contract council court driver engine engineer factory
farm ferry festival garage government harbour harvest hospital hotel island library market mayor
minister museum nurse office park plan plant port price programme project railway report
river road school season ship station storm student tax teacher theatre ticket tourist town tunnel
vehicle village visitor vote warehouse winter worker
""".split()
_VERBS = """
announced approved changed closed delayed described extended finished followed inspected measured
opened praised questioned repaired reviewed studied supported visited
""".split()
_QUALITIES = "careful cheap early foreign large late local modern national new old quiet".split()
_WHEN = (
    "after a long debate",
    "as planned",
    "before the end of the year",
    "despite the rain",
    "for the third time",
    "in front of a large crowd",
    "in the spring",
    "last week",
    "without much notice",
)
_NAMES = (
    "Ashgrove Bramley Coldwater Dunmore Eastfield Fenwick Garland Hollins Larkhill Marlow".split()
)
_FAULTS = (("the ", "teh "), (" and ", " adn "), ("The ", "The the "), (" was ", " were "))
_FAULTY = 0.05
"""How many sentences have a fault."""


def article(words: int, seed: int) -> str:
    """Return paragraphs of `words` words at least, the same ones for the same seed."""
    dice = random.Random(seed)  # noqa: S311  (no secrets)
    paragraphs: list[str] = []
    count = 0
    while count < words:
        paragraph = " ".join(_sentence(dice) for _ in range(dice.randint(2, 8)))
        paragraphs.append(paragraph)
        count += len(paragraph.split())
    return "\n\n".join(paragraphs)


def changed(text: str, place: float, how: str) -> str:
    """Return a text with a sentence more; `place` is 0 at its start, 1 at its end."""
    paragraphs = text.split("\n\n")
    paragraphs[int(place * (len(paragraphs) - 1))] += f" It was said again {how}."
    return "\n\n".join(paragraphs)


def _sentence(dice: random.Random) -> str:
    one, other, third = (_thing(dice) for _ in range(3))
    verb, another = dice.choice(_VERBS), dice.choice(_VERBS)
    name = f"{dice.choice(_NAMES)} {dice.choice(_NOUNS).capitalize()}"
    kind = dice.choice(
        (
            f"{one} {verb} {other} {dice.choice(_WHEN)}",
            f"{one} near {name} {verb} {other}, and {third} {another} it {dice.choice(_WHEN)}",
            f"according to {one}, {name} {verb} {other} in {dice.randint(1990, 2024)}",
            f"{other} was {verb} by {name}, which has {dice.randint(2, 900)} workers",
            f"“{one} {verb} {other},” said {name}, “{dice.choice(_WHEN)}”",
        )
    )
    text = f"{kind[0].upper()}{kind[1:]}."
    if dice.random() < _FAULTY:
        text = text.replace(*dice.choice(_FAULTS), 1)
    return text


def _thing(dice: random.Random) -> str:
    words = [dice.choice(_NOUNS)]
    if dice.random() < 1 / 2:
        words.insert(0, dice.choice(_QUALITIES))
    first = dice.choice(("the", "the", "this", "a"))
    if first == "a" and words[0][0] in "aeiou":
        first = "an"
    return " ".join((first, *words))
