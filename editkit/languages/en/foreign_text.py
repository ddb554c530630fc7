"""Foreign text: an article in French, Spanish or another Romance language, linted as English."""

from editkit.core.lazy_pattern import lazy_pattern

_ENGLISH = lazy_pattern(r"(?i)\b(?:the|of|and|to|is|are|was|with|that|this|by|from|for|not|it)\b")
_ROMANCE = lazy_pattern(
    r"(?i)\b(?:de|du|des|le|la|les|un|une|est|et|el|los|las|del|una|por|para|con|y|à|au|aux|dans"
    r"|avec|sur|di|il|gli|della|per|da|do|dos|uma|em)\b|\b[dl]['’](?=\w)|\ben \w"
)
_MIN_WORDS = 4


def is_romance(text: str) -> bool:
    """Return whether more function words of a text are of a Romance language than of English.

    A space before a colon is correct in French, and *non* is a word of its own.
    """
    count = sum(1 for _ in _ROMANCE.finditer(text))
    return count >= _MIN_WORDS and count > sum(1 for _ in _ENGLISH.finditer(text))
