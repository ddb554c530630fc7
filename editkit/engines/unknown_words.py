"""Classification of words that are missing from an engine's dictionary.

Most such words are names; the others are rare words, words of another variety of English,
and misspellings. The severity table has measured how often each class is a misspelling.
"""

import re
from collections.abc import Callable, Sequence

from rapidfuzz.distance import OSA

from editkit.core.document import Document
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span
from editkit.engines.known_words import is_misspelled_sentence_start, is_name
from editkit.languages.en.lexicon import MAX_RARITY, WordClass, has_class, look_up
from editkit.languages.en.spelling.misspellings import correct_spelling
from editkit.languages.en.spelling.regional_spelling import regional_spelling
from editkit.languages.en.word_list import is_english
from editkit.languages.en.words.affixes import PREFIX, SUFFIX
from editkit.languages.zh.pinyin import is_pinyin

_MAX_COMMON_RARITY = 5
"""Greatest rarity (see `lexicon`) of a common word."""
_MAX_RARE_RARITY = 7
"""Greatest rarity of a rare word; rarer ones are “rarest”."""
_MIN_RARITY_MARGIN = 2
"""How much rarer, on the scale of `lexicon`, other corrections of a typo must be: 16 times."""
_MAX_SHORT_LENGTH = 4
_MAX_MIDDLE_LENGTH = 6
_MIN_COMPOUND_PART = 3
_COMPOUND_CLASSES = frozenset({WordClass.NOUN, WordClass.VERB, WordClass.GERUND})
_VOWELS = frozenset("aeiouy")
_FULL_WIDTH_MARKS = "，。；：！？、（）"
_MIN_RECURRENCES = 3
_WORD = lazy_pattern(r"\w+")


def classify_unknown(document: Document, span: Span, suggestions: Sequence[str]) -> str:
    """Return the class of the unknown word at `span`, given the engine's suggestions.

    Names, acronyms, and codes are `name`. The class of a misspelling combines the distance
    to the first suggestion, how common the suggestion is, and the length of the word, for
    example `slip-common-long`; it begins with `only` if no other suggestion is as likely.
    """
    text, word = document.text, span.of(document.text)
    suggestion = next(iter(suggestions), None)
    if is_name(text, span):
        if not suggestion or not is_misspelled_sentence_start(document, span, suggestion):
            return _classify_name(text, word, suggestion or "")
        word, suggestion = word.lower(), suggestion.lower()
    for name, applies in WORD_CLASSES:
        if applies(word, suggestion or "", text):
            return name
    found = _classify_misspelling(word, suggestion or "")
    if found.startswith("slip") and _is_only_choice(text, word, suggestions):
        return found.replace("slip", "only", 1)
    return found


def _is_only_choice(text: str, word: str, suggestions: Sequence[str]) -> bool:
    """Return whether the first suggestion is the only likely one: by the text, or by far.

    Only suggestions at distance 1 are compared.
    """
    first, *others = (each.lower() for each in suggestions)
    close = [other for other in others if other.isalpha() and _distance(word, other) <= 1]
    if recurs(text, first, 1) and not any(recurs(text, other, 1) for other in close):
        return True
    return all(_rarity(other) >= _rarity(first) + _MIN_RARITY_MARGIN for other in close)


def _classify_name(text: str, word: str, suggestion: str) -> str:
    """Return `name-like-a-word` if a typo in a common word is as likely as a name, else `name`."""
    is_like_word = (
        word.isalpha()
        and word.istitle()
        and suggestion.istitle()
        and len(word) > _MAX_MIDDLE_LENGTH
        and is_english(suggestion)
        and _rarity(suggestion) <= _MAX_COMMON_RARITY
        and _distance(word.lower(), suggestion.lower()) <= 1
        and not is_pinyin(word)
        and not recurs(text, word, 2)
    )
    return "name-like-a-word" if is_like_word else "name"


def recurs(text: str, word: str, min_count: int = _MIN_RECURRENCES) -> bool:
    """Return whether a word occurs at least `min_count` times, so that it is probably intended."""
    if text.count(word) < min_count:
        return False
    return len(re.findall(rf"(?<!\w){re.escape(word)}(?!\w)", text)) >= min_count


def is_word_with_full_width_mark(text: str, span: Span, suggestions: Sequence[str]) -> bool:
    """Return whether the word is unknown only because a full-width punctuation mark touches it."""
    found = span.of(text)
    bare = found.strip(_FULL_WIDTH_MARKS)
    return bare != found and bare in suggestions


def _is_derived(word: str) -> bool:
    """Return whether the word is a known word with a prefix or a suffix."""
    head = PREFIX.match(word)
    if head and len(word) - head.end() >= _MAX_SHORT_LENGTH and is_english(word[head.end() :]):
        return True
    return any(
        is_english(stem) and SUFFIX.fullmatch(word[len(stem) :])
        for stem in (word[:end] for end in range(len(word) - 1, _MAX_SHORT_LENGTH, -1))
    )


WORD_CLASSES: tuple[tuple[str, Callable[[str, str, str], bool]], ...] = (
    ("odd", lambda word, _, __: not word.isalpha()),
    ("dialect", lambda word, _, __: regional_spelling(word) is not None),
    ("english", lambda word, _, __: is_english(word) or look_up(word) is not None),
    ("strange", lambda _, suggestion, __: not suggestion),
    ("lowered", lambda word, suggestion, __: suggestion.lower() == word),
    ("recurrent", lambda word, _, text: recurs(text, word)),
    ("pinyin", lambda word, _, __: len(word) > _MAX_SHORT_LENGTH and is_pinyin(word)),
    ("listed", lambda word, _, __: correct_spelling(word) is not None),
    ("derived", lambda word, _, __: _is_derived(word)),
)
"""Classes of words that are probably not misspellings of the suggestion, and of known
misspellings. The first match wins."""


def _is_compound(suggestion: str, first: str, *others: str) -> bool:
    """Return whether a word split in two is a compound of nouns and verbs: `filesystem`, `addon`.

    Writers join such words before dictionaries do, but not an adjective and its noun
    (`mobilephone`).
    """
    particle = {WordClass.FUNCTION} if "-" in suggestion else set()
    return (
        len(others) == 1
        and len(first) >= _MIN_COMPOUND_PART
        and has_class(first, *_COMPOUND_CLASSES)
        and has_class(others[0], *_COMPOUND_CLASSES, *particle)
    )


def _classify_misspelling(word: str, suggestion: str) -> str:
    words = _WORD.findall(suggestion)
    if len(words) > 1:
        if "".join(words) != word:
            return "split-otherwise"
        if _is_compound(suggestion, *words):
            return "split-compound"
        return "split-common" if max(map(_rarity, words)) < _MAX_COMMON_RARITY else "split-rare"
    if not suggestion.isalpha() or suggestion[:1].isupper():
        return "to-a-name"
    distance = _distance(word, suggestion)
    rarity = _rarity(suggestion)
    nearness = "slip" if distance <= 1 else "near" if distance <= 2 else "far"  # noqa: PLR2004
    frequency = (
        "common"
        if rarity <= _MAX_COMMON_RARITY
        else "rare"
        if rarity <= _MAX_RARE_RARITY
        else "rarest"
    )
    length = (
        "short"
        if len(word) <= _MAX_SHORT_LENGTH
        else "middle"
        if len(word) <= _MAX_MIDDLE_LENGTH
        else "long"
    )
    return f"{nearness}-{frequency}-{length}"


def _rarity(word: str) -> int:
    found = look_up(word)
    return found.rarity if found else MAX_RARITY + 1


def _distance(word: str, suggestion: str) -> float:
    """Return the edit distance from `suggestion` to `word`, weighted.

    A doubled letter or a changed vowel counts about half, the first letter twice.
    """
    distance = float(OSA.distance(word, suggestion))
    if _without_doubled_letters(word) == _without_doubled_letters(suggestion):
        distance -= 0.5
    elif _consonants(word) == _consonants(suggestion):
        distance -= 0.4
    return distance + (word[:1] != suggestion[:1])


def _without_doubled_letters(word: str) -> str:
    return re.sub(r"(.)\1", r"\1", word)


def _consonants(word: str) -> str:
    return "".join(letter for letter in word if letter not in _VOWELS)
