"""Random articles that are different in each run of a benchmark."""

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
_ADJECTIVES = "careful cheap early foreign large late local modern national new old quiet".split()
_ADVERBIALS = (
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
_ERRORS = (("the ", "teh "), (" and ", " adn "), ("The ", "The the "), (" was ", " were "))
_ERROR_RATE = 0.05
"""Share of sentences with an error."""


def article(words: int, seed: int) -> str:
    """Return paragraphs of at least `words` words, the same ones for the same seed."""
    rng = random.Random(seed)  # noqa: S311  (no secrets)
    paragraphs: list[str] = []
    count = 0
    while count < words:
        paragraph = " ".join(_sentence(rng) for _ in range(rng.randint(2, 8)))
        paragraphs.append(paragraph)
        count += len(paragraph.split())
    return "\n\n".join(paragraphs)


def with_added_sentence(text: str, place: float, how: str) -> str:
    """Return a text with an added sentence; `place` is 0 at its start and 1 at its end."""
    paragraphs = text.split("\n\n")
    paragraphs[int(place * (len(paragraphs) - 1))] += f" It was said again {how}."
    return "\n\n".join(paragraphs)


def _sentence(rng: random.Random) -> str:
    subject, object_, third = (_noun_phrase(rng) for _ in range(3))
    verb, another = rng.choice(_VERBS), rng.choice(_VERBS)
    name = f"{rng.choice(_NAMES)} {rng.choice(_NOUNS).capitalize()}"
    kind = rng.choice(
        (
            f"{subject} {verb} {object_} {rng.choice(_ADVERBIALS)}",
            (
                f"{subject} near {name} {verb} {object_}, "
                f"and {third} {another} it {rng.choice(_ADVERBIALS)}"
            ),
            f"according to {subject}, {name} {verb} {object_} in {rng.randint(1990, 2024)}",
            f"{object_} was {verb} by {name}, which has {rng.randint(2, 900)} workers",
            f"“{subject} {verb} {object_},” said {name}, “{rng.choice(_ADVERBIALS)}”",
        )
    )
    text = f"{kind[0].upper()}{kind[1:]}."
    if rng.random() < _ERROR_RATE:
        text = text.replace(*rng.choice(_ERRORS), 1)
    return text


def _noun_phrase(rng: random.Random) -> str:
    words = [rng.choice(_NOUNS)]
    if rng.random() < 1 / 2:
        words.insert(0, rng.choice(_ADJECTIVES))
    first = rng.choice(("the", "the", "this", "a"))
    if first == "a" and words[0][0] in "aeiou":
        first = "an"
    return " ".join((first, *words))
