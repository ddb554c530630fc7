"""Words that any English writer may spell in several ways."""

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

_INFLECTED = r"(?:['’]s|s|es|d|ed|ing)?"
_DERIVED = r"[a-z]{1,6}"


@dataclass(frozen=True, slots=True)
class Spelt:
    """One spelling of a word, with the spelling that names it among the others, and its ending."""

    word: str
    spelling: str
    ending: str


def pattern() -> re.Pattern[str]:
    """Return the expression that finds the words that have rival spellings."""
    return _compiled()[0]


def spelt(text: str) -> Spelt | None:
    """Return how `text` is spelt; None where it has no rival spellings.

    >>> spelt("Advisors")
    Spelt(word='adviser', spelling='advisor', ending='s')
    """
    expression, words = _compiled()
    found = expression.fullmatch(text)
    if not found:
        return None
    stem = re.sub(r"\s", " ", found["stem"] or found["root"])
    spelling = stem if stem in words else stem.lower()
    return Spelt(words[spelling], spelling, text[len(stem) :])


@cache
def _compiled() -> tuple[re.Pattern[str], dict[str, str]]:
    table = resources.files(__package__) / "data" / "spelling-alternatives.txt"
    lines = table.read_text(encoding="utf-8").strip().split("\n")
    groups = [line.split("|") for line in lines if not line.startswith("#")]
    spellings = [spelling for group in groups for spelling in group]
    whole = _any_of([s for s in spellings if not s.endswith("~")])
    roots = _any_of([s.removesuffix("~") for s in spellings if s.endswith("~")])
    words = {s.removesuffix("~"): group[0].removesuffix("~") for group in groups for s in group}
    both = rf"(?:(?P<stem>{whole}){_INFLECTED}|(?P<root>{roots}){_DERIVED})"
    return re.compile(rf"(?<![\w-]){both}(?![\w-])"), words


def _any_of(spellings: list[str]) -> str:
    """Return the expression for all of them; a small letter may begin a sentence as a capital."""
    forms = {form for s in spellings for form in (s, s[0].upper() + s[1:])}
    return "|".join(re.escape(form).replace(r"\ ", r"\s") for form in sorted(forms, reverse=True))
