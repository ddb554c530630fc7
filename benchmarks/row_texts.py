"""Short texts like the rows of a translated data set, the same in each run of a benchmark."""

import random
from collections.abc import Iterator
from itertools import islice

LENGTH = 75
"""Code points of each text."""
ERROR_RATE = 0.05
"""Share of texts with an error."""
NAMES = """
Ashgrove Bramley Coldwater Dunmore Eastfield Fenwick Garland Hollins Larkhill Marlow Northgate
Oakham Penhale Redmarsh Stanwick Thornbury Underhill Westmoor Aldgate Brookside Cranfield
Dalehurst Elmstead Farnley Greystone Harwick Ivybridge Kelmarsh Langport Millbrook
""".split()
_KINDS = """
Airport Academy Agency Bank Bridge Brewery College Council Energy Foods Gallery Hospital Hotel
Institute Library Motors Museum Orchestra Park Railway School Shipping Station Steel Theatre
University Works
""".split()
_SUBJECTS = (
    """
the mayor|a new factory|the engineers|our customers|the old harbor|the company's board|visitors
two farmers|the research team|an electric bus|the city council|her first novel|the team's coach
students|the software update|the ferry|most families|the bakery|a local artist|the old theater
the new law|the port authority|the winter festival|several hotels|the night train|his brother
the online store|the editor|a small village|the national museum|the drivers' union|the pilot
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
_VERBS = (
    """
opened|announced|completed|welcomed|repaired|described|sold|presented|supported|moved to|left
visited|approved|rejected|measured|reviewed|delivered|designed|rented|painted|delayed|explained
finished|joined|won|bought|restored|tested|printed|studied|closed|followed
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
_OBJECTS = (
    """
the second bridge|a report on water quality|its annual plan|the long-awaited show|new machines
the east wing|fresh vegetables|the final match|an older design|the main road|solar panels
three prizes|the signed contract|a state-of-the-art lab|the old mill|both proposals|warm clothes
the exhibition|cheaper tickets|an exchange program|the well-known song|more data|the first phase
the tower|a book about birds|medical supplies|the tram line|quiet streets|a larger warehouse
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
_ENDINGS = (
    """
last week|in the spring|before noon|after a long debate|despite the rain|for the third time
in front of a large crowd|without much notice|on Friday|as planned|at the end of May|near the sea
with help from abroad|within budget|so that nobody had to wait|and went home|by hand|at night
because the weather was mild|while others watched|for free|when the season began|again
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
_ERRORS = (
    ("the ", "teh "),
    ("The ", "The the "),
    (" new ", "  new "),
    (",", " ,"),
    (" in the ", " in teh "),
    ("%", " per cent"),
    ("’", "'"),
    (".", ".."),
)


def row_texts(count: int, seed: int) -> list[str]:
    """Return `count` different texts of `LENGTH` characters, the same ones for the same seed."""
    return list(islice(_texts(random.Random(seed)), count))  # noqa: S311  (no secrets)


def _texts(rng: random.Random) -> Iterator[str]:
    seen: set[str] = set()
    while True:
        text = _sentence(rng)
        if rng.random() < ERROR_RATE:
            text = text.replace(*rng.choice(_ERRORS), 1)
        if len(text) == LENGTH and text not in seen:
            seen.add(text)
            yield text


def _sentence(rng: random.Random) -> str:
    subject, other, verb = rng.choice(_SUBJECTS), rng.choice(_SUBJECTS), rng.choice(_VERBS)
    object_, ending = rng.choice(_OBJECTS), rng.choice(_ENDINGS)
    name = f"{rng.choice(NAMES)} {rng.choice(_KINDS)}"
    count, year = rng.randint(2, 900), rng.randint(1950, 2025)
    kind = rng.choice(
        (
            f"{subject} {verb} {object_} {ending}.",
            f"{subject} {verb} {object_}, and {other} did the same {ending}.",
            f"{name} {verb} {object_} {ending}.",
            f"in {year}, {name} {verb} {object_} {ending}.",
            f"{subject} of {name} {verb} {object_} {ending}.",
            f"{subject} {verb} {count} tickets to {name} {ending}.",
            f"“We {verb} {object_},” said {name} {ending}.",
            f"{name} {verb} {count}% of {object_} {ending}.",
            f"{subject} {verb} {object_} for ${count} million {ending}.",
            f"does {name} know who {verb} {object_} {ending}?",
            f"{subject} didn’t say why {name} {verb} {object_}.",
            f"{object_}: {subject} {verb} it {ending} ({name}).",
            f"{subject} runs {count} km to {name} {ending}.",
            f"{object_} was {verb} by {name}, which has {count} workers.",
            f"{subject} {verb} {object_}; {name} followed {ending}.",
        )
    )
    return kind[0].upper() + kind[1:]
