"""Words with alternative spellings, independent of the regional variety."""

import re
from dataclasses import dataclass
from functools import cache

from editkit.core.storage.data_folder import data_folder

_INFLECTED = r"(?:['’]s|s|es|d|ed|ing)?"
_DERIVED = r"[a-z]{1,6}"


@dataclass(frozen=True, slots=True)
class AlternativeSpelling:
    """A spelling of a word, with the headword of its alternatives and its ending."""

    word: str
    spelling: str
    ending: str


def alternatives_pattern() -> re.Pattern[str]:
    """Return the pattern that matches words with alternative spellings."""
    return _compiled()[0]


def alternative_spelling(text: str) -> AlternativeSpelling | None:
    """Return the spelling that `text` uses; None if it has no alternative spellings.

    >>> alternative_spelling("Advisors")
    AlternativeSpelling(word='adviser', spelling='advisor', ending='s')
    """
    expression, words = _compiled()
    found = expression.fullmatch(text)
    if not found:
        return None
    stem = re.sub(r"\s", " ", found["stem"] or found["root"])
    spelling = stem if stem in words else stem.lower()
    return AlternativeSpelling(words[spelling], spelling, text[len(stem) :])


@cache
def _compiled() -> tuple[re.Pattern[str], dict[str, str]]:
    table = data_folder("editkit.languages.en", "data") / "spelling-alternatives.txt"
    lines = table.read_text(encoding="utf-8").strip().split("\n")
    groups = [line.split("|") for line in lines if not line.startswith("#")]
    spellings = [spelling for group in groups for spelling in group]
    whole = _any_of([s for s in spellings if not s.endswith("~")])
    roots = _any_of([s.removesuffix("~") for s in spellings if s.endswith("~")])
    words = {s.removesuffix("~"): group[0].removesuffix("~") for group in groups for s in group}
    both = rf"(?:(?P<stem>{whole}){_INFLECTED}|(?P<root>{roots}){_DERIVED})"
    return re.compile(rf"(?<![\w-]){both}(?![\w-])"), words


def _any_of(spellings: list[str]) -> str:
    """Return the pattern that matches all spellings, also with a capital first letter."""
    forms = {form for s in spellings for form in (s, s[0].upper() + s[1:])}
    return "|".join(re.escape(form).replace(r"\ ", r"\s") for form in sorted(forms, reverse=True))
