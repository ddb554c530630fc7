"""Foreign text: an article in French, Spanish or another Romance language, linted as English."""

from editkit.core.lazy_pattern import lazy_pattern
from editkit.languages.en.word_list import is_english

_ENGLISH = lazy_pattern(r"(?i)\b(?:the|of|and|to|is|are|was|with|that|this|by|from|for|not|it)\b")
_ROMANCE = lazy_pattern(
    r"(?i)\b(?:de|du|des|le|la|les|un|une|est|et|el|los|las|del|una|por|para|con|y|à|au|aux|dans"
    r"|avec|sur|di|il|gli|della|per|da|do|dos|uma|em)\b|\b[dl]['’](?=\w)|\ben \w"
)
_WORD = lazy_pattern(r"[^\W\d_]+")
_MIN_WORDS = 4
_MIN_UNKNOWN_SHARE = 0.3
"""Share of words that English lacks, in a short text without any English function word."""


def is_romance(text: str) -> bool:
    """Return whether more function words of a text are of a Romance language than of English.

    A space before a colon is correct in French, and *non* is a word of its own. A text of a few
    lines has one such word, no English one, and words that English lacks: “Pour installer :”.
    """
    count = sum(1 for _ in _ROMANCE.finditer(text))
    english = sum(1 for _ in _ENGLISH.finditer(text)) if count else 0
    if count >= _MIN_WORDS:
        return count > english
    return count > 0 and english == 0 and _has_unknown_words(text)


def _has_unknown_words(text: str) -> bool:
    words = _WORD.findall(text)
    unknown = sum(not is_english(word.lower()) for word in words)
    return unknown >= _MIN_UNKNOWN_SHARE * len(words)
