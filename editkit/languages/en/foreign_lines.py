"""Foreign lines: text in French, Spanish or another Romance language within an English file."""

from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span

_ENGLISH = lazy_pattern(r"(?i)\b(?:the|of|and|to|is|are|was|with|that|this|by|from|for|not|it)\b")
_ROMANCE = lazy_pattern(
    r"(?i)\b(?:de|du|des|le|la|les|un|une|est|et|el|los|las|del|una|por|para|con|y|à|au|aux|dans"
    r"|avec|sur|di|il|gli|della|per|da|do|dos|uma|em)\b|\b[dl]['’](?=\w)|\ben \w"
)


def is_foreign(text: str, at: int, block: Span) -> bool:
    """Return whether the line of `at` has a function word of a Romance language, none of English.

    A space before a colon is correct in French, and *non* is a word of its own.
    """
    start = max(block.start, text.rfind("\n", block.start, at) + 1)
    end = text.find("\n", at, block.end)
    line = Span(start, end if end >= 0 else block.end)
    is_english = _ENGLISH.search(text, line.start, line.end) is not None
    return not is_english and _ROMANCE.search(text, line.start, line.end) is not None
