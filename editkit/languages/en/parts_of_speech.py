"""The words of a sentence, each with the part it plays in noun phrases."""

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from editkit.core.span import Span
from editkit.languages.en.lexicon import WordClass, look_up
from editkit.text.characters import HAN, INVISIBLE, MARKS

_LETTER = rf"[^\W_][{MARKS}{INVISIBLE}]*"
_WORD = re.compile(rf"(?:{_LETTER})+(?:[-–'’&./](?:{_LETTER})+)*|[^\w\s]")
_HAN = re.compile(f"[{HAN}]")
_JOINT = re.compile("[-–/]")
_POSSESSIVE = re.compile("['’]s?$")
_ADDRESS = re.compile(r"[a-z]\.[a-z]")
_OPENERS = frozenset("“‘\"'•:")
_CURRENCIES = frozenset("$€£¥")
_VAGUE = frozenset(
    "above able additional adequate appropriate available certain considerable current different "
    "due first following former full further general good great high important key large last "
    "latter low main major many more most much necessary new next numerous other overall own "
    "particular past possible present previous recent relevant respective same second several "
    "significant similar small special specific strong such third total various whole wide".split()
)
_UNITS = frozenset(
    "april apr august aug billion dec december feb february fri friday jan january jul july jun "
    "june mar march may million mon monday mr mrs ms nov november oct october per percent sat "
    "saturday sep september sept sun sunday thu thursday trillion tue tuesday wednesday".split()
)
_EMPTY = _UNITS | frozenset(
    "addition amount amounts basis case cases day days decade decades due end example extent half "
    "kind light line lot month months number numbers order pace part parts people period periods "
    "quarter range regard respect result results series set terms thing things time times type "
    "types use view way ways week weeks year years".split()
)


class Part(Enum):
    """The part that a word plays in a noun phrase, or that it can be none of."""

    NOUN = auto()
    NAME = auto()
    ADJECTIVE = auto()
    GERUND = auto()
    PARTICIPLE = auto()
    NUMBER = auto()
    OTHER = auto()


_PARTS = {
    WordClass.NOUN: Part.NOUN,
    WordClass.ADJECTIVE: Part.ADJECTIVE,
    WordClass.GERUND: Part.GERUND,
    WordClass.PARTICIPLE: Part.PARTICIPLE,
    WordClass.VERB: Part.OTHER,
    WordClass.FUNCTION: Part.OTHER,
}
_IN_COMPOUND = {
    WordClass.PARTICIPLE: Part.ADJECTIVE,
    WordClass.GERUND: Part.ADJECTIVE,
    WordClass.VERB: Part.NOUN,
}


@dataclass(frozen=True, slots=True)
class Word:
    """A word or sign of a sentence; `begins` says that a capital would say nothing there."""

    text: str
    span: Span
    part: Part
    begins: bool

    @property
    def opens(self) -> bool:
        """Whether a term may begin with it; none does with “million”."""
        return self.text.lower() not in _UNITS

    @property
    def closes(self) -> bool:
        """Whether a term may end with it; none does with “number”."""
        return self.text.lower() not in _EMPTY

    @property
    def coined(self) -> bool:
        """Whether it is a name that is no English word, so that a number may belong to it."""
        return self.part is Part.NAME and look_up(self.text) is None


def parse(sentence: str, *, titled: bool) -> list[Word]:
    """Return the words and signs of a sentence; in a title any word may have its capital."""
    found: list[Word] = []
    for match in _WORD.finditer(sentence):
        text, start = match[0], match.start()
        begins = titled or not found or found[-1].text in _OPENERS
        owner = _POSSESSIVE.search(text) if len(text) > len("'s") else None
        if owner:
            text = text[: owner.start()]
        end = start + len(text)
        part = Part.OTHER if sentence[end : end + 1] in _CURRENCIES else _part(text, begins=begins)
        found.append(Word(text, Span(start, end), part, begins))
        if owner:
            found.append(Word(owner[0], Span(end, match.end()), Part.OTHER, begins=False))
    return found


@lru_cache(maxsize=65536)
def _part(text: str, *, begins: bool) -> Part:
    low, first = text.lower(), text[0]
    if not first.isalnum() or _HAN.search(text) or _ADDRESS.search(text):
        return Part.OTHER
    if first.isdigit():
        return Part.NUMBER
    if (known := look_up(low)) is None:
        return _unknown(text, begins=begins)
    if text != low and not begins:
        capitals = len(text) > 1 and text.isupper()
        return Part.NAME if capitals or known.kind is not WordClass.FUNCTION else Part.OTHER
    return Part.OTHER if low in _VAGUE else _PARTS[known.kind]


def _unknown(text: str, *, begins: bool) -> Part:
    low = text.lower()
    if text != low and not begins:
        return Part.NAME
    last = _JOINT.split(low)[-1]
    if last != low:
        known = look_up(last)
        kind = known.kind if known else WordClass.NOUN
        return _IN_COMPOUND.get(kind, _PARTS[kind])
    if low.endswith("ly"):
        return Part.OTHER
    if text != low:
        return Part.NAME
    if low.endswith("ed"):
        return Part.PARTICIPLE
    return Part.GERUND if low.endswith("ing") else Part.NOUN
