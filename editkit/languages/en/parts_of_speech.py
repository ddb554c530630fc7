"""Part-of-speech tags for noun phrase extraction."""

from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span
from editkit.languages.en.lexicon import WordClass, look_up
from editkit.text.characters import HAN, INVISIBLE, MARKS

_LETTER = rf"[^\W_][{MARKS}{INVISIBLE}]*"
_WORD = lazy_pattern(rf"(?:{_LETTER})+(?:[-–'’&./](?:{_LETTER})+)*|[^\w\s]")
_HAN = lazy_pattern(f"[{HAN}]")
_JOINT = lazy_pattern("[-–/]")
_POSSESSIVE = lazy_pattern("['’]s?$")
_ADDRESS = lazy_pattern(r"[a-z]\.[a-z]")
_OPENERS = frozenset("“‘\"'•:")
_CURRENCIES = frozenset("$€£¥")
_VAGUE_ADJECTIVES = frozenset(
    "above able additional adequate appropriate available certain considerable current different "
    "due first following former full further general good great high important key large last "
    "latter low main major many more most much necessary new next numerous other overall own "
    "particular past possible present previous recent relevant respective same second several "
    "significant similar small special specific strong such third total various whole wide".split()
)
_NOT_TERM_INITIAL = frozenset(
    "april apr august aug billion dec december feb february fri friday jan january jul july jun "
    "june mar march may million mon monday mr mrs ms nov november oct october per percent sat "
    "saturday sep september sept sun sunday thu thursday trillion tue tuesday wednesday".split()
)
_NOT_TERM_FINAL = _NOT_TERM_INITIAL | frozenset(
    "addition amount amounts basis case cases day days decade decades due end example extent half "
    "kind light line lot month months number numbers order pace part parts people period periods "
    "quarter range regard respect result results series set terms thing things time times type "
    "types use view way ways week weeks year years".split()
)


class PartOfSpeech(Enum):
    """Part of speech of a word in a noun phrase; `OTHER` cannot occur in one."""

    NOUN = auto()
    NAME = auto()
    ADJECTIVE = auto()
    GERUND = auto()
    PARTICIPLE = auto()
    NUMBER = auto()
    OTHER = auto()


_BY_WORD_CLASS = {
    WordClass.NOUN: PartOfSpeech.NOUN,
    WordClass.ADJECTIVE: PartOfSpeech.ADJECTIVE,
    WordClass.GERUND: PartOfSpeech.GERUND,
    WordClass.PARTICIPLE: PartOfSpeech.PARTICIPLE,
    WordClass.VERB: PartOfSpeech.OTHER,
    WordClass.FUNCTION: PartOfSpeech.OTHER,
}
_IN_COMPOUND = {
    WordClass.PARTICIPLE: PartOfSpeech.ADJECTIVE,
    WordClass.GERUND: PartOfSpeech.ADJECTIVE,
    WordClass.VERB: PartOfSpeech.NOUN,
}


@dataclass(frozen=True, slots=True)
class TaggedWord:
    """A word or other token of a sentence.

    `begins_sentence` means that a capital does not indicate a name.
    """

    text: str
    span: Span
    pos: PartOfSpeech
    begins_sentence: bool

    @property
    def can_begin_term(self) -> bool:
        """Whether a term may begin with the word; none begins with “million”."""
        return self.text.lower() not in _NOT_TERM_INITIAL

    @property
    def can_end_term(self) -> bool:
        """Whether a term may end with the word; none ends with “number”."""
        return self.text.lower() not in _NOT_TERM_FINAL

    @property
    def is_coined(self) -> bool:
        """Whether the word is a name and not an English word; a number may follow it."""
        return self.pos is PartOfSpeech.NAME and look_up(self.text) is None


def tag_words(sentence: str, *, in_title: bool) -> list[TaggedWord]:
    """Return the tagged words of a sentence; in a title, capitals do not indicate names."""
    words: list[TaggedWord] = []
    for match in _WORD.finditer(sentence):
        text, start = match[0], match.start()
        begins_sentence = in_title or not words or words[-1].text in _OPENERS
        possessive = _POSSESSIVE.search(text) if len(text) > len("'s") else None
        if possessive:
            text = text[: possessive.start()]
        end = start + len(text)
        pos = (
            PartOfSpeech.OTHER
            if sentence[end : end + 1] in _CURRENCIES
            else _tag(text, begins_sentence=begins_sentence)
        )
        words.append(TaggedWord(text, Span(start, end), pos, begins_sentence))
        if possessive:
            words.append(
                TaggedWord(
                    possessive[0],
                    Span(end, match.end()),
                    PartOfSpeech.OTHER,
                    begins_sentence=False,
                )
            )
    return words


@lru_cache(maxsize=65536)
def _tag(text: str, *, begins_sentence: bool) -> PartOfSpeech:
    low, first = text.lower(), text[0]
    if not first.isalnum() or _HAN.search(text) or _ADDRESS.search(text):
        return PartOfSpeech.OTHER
    if first.isdigit():
        return PartOfSpeech.NUMBER
    if (known := look_up(low)) is None:
        return _tag_unknown(text, begins_sentence=begins_sentence)
    if text != low and not begins_sentence:
        is_acronym = len(text) > 1 and text.isupper()
        return (
            PartOfSpeech.NAME
            if is_acronym or known.word_class is not WordClass.FUNCTION
            else PartOfSpeech.OTHER
        )
    return PartOfSpeech.OTHER if low in _VAGUE_ADJECTIVES else _BY_WORD_CLASS[known.word_class]


def _tag_unknown(text: str, *, begins_sentence: bool) -> PartOfSpeech:
    low = text.lower()
    if text != low and not begins_sentence:
        return PartOfSpeech.NAME
    last = _JOINT.split(low)[-1]
    if last != low:
        known = look_up(last)
        kind = known.word_class if known else WordClass.NOUN
        return _IN_COMPOUND.get(kind, _BY_WORD_CLASS[kind])
    if low.endswith("ly"):
        return PartOfSpeech.OTHER
    if text != low:
        return PartOfSpeech.NAME
    if low.endswith("ed"):
        return PartOfSpeech.PARTICIPLE
    return PartOfSpeech.GERUND if low.endswith("ing") else PartOfSpeech.NOUN
