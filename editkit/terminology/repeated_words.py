"""Words next to a term that the preferred term repeats."""

from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span
from editkit.text.tokens import key

_EXTRA_CHARS = 8
"""Code points searched before and after an occurrence, beyond the length of the new text."""
_WORD = lazy_pattern(r"\w+")


def extended_span(text: str, span: Span, new_text: str, word_keys: frozenset[str]) -> Span:
    """Return `span` extended over adjacent words that the new text repeats.

    `Winter Olympic Games` becomes `Beijing Winter Olympics`; if `Beijing` precedes it
    already, that word is replaced too.
    """
    if not word_keys:
        return span
    window = len(new_text) + _EXTRA_CHARS
    before = text[max(0, span.start - window) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + window].partition("\n")[0]
    neighbors = (*_WORD.findall(before)[-1:], *_WORD.findall(after)[:1])
    if word_keys.isdisjoint(map(key, neighbors)):
        return span
    words = new_text.split()
    found = key(span.of(text))
    start, end = span.start, span.end
    for count in range(1, len(words)):
        # If the new text ends with the found words, any of the words before those may precede.
        first_count = count if key(" ".join(words[count:])) == found else 1
        prefixes = {key(" ".join(words[first:count])) for first in range(first_count)}
        suffix = key(" ".join(words[-count:]))
        for word in _WORD.finditer(before):
            prefix = key(before[word.start() :])
            if prefix in prefixes and not found.startswith(prefix):
                start = min(start, span.start - len(before) + word.start())
        for word in _WORD.finditer(after):
            if not found.endswith(suffix) and key(after[: word.end()]) == suffix:
                end = span.end + word.end()
    return Span(start, end)
