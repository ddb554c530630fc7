"""Invisible characters, and the contexts in which they are legitimate."""

import re

from editkit.core.document import Document
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span

_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u2028\u2029"
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_JOINERS = "\u034f\u200c\u200d\u115f\u1160\u17b4\u17b5\u180e\u3164\uffa0\U000e0020-\U000e007f"
_ZERO_WIDTH = "\u00ad\u200b\u2060-\u2064\ufeff\ufff9-\ufffb"
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_HIDDEN = f"{_SPACES}{_BIDI}{_JOINERS}{_ZERO_WIDTH}{_CONTROLS}\ufffd"
HIDDEN_RUN = lazy_pattern(f"[{_HIDDEN}](?:[ \\t]*[{_HIDDEN}])*")
"""A run of invisible characters, with plain spaces between them."""
ANY_SPACE = lazy_pattern(f"[ \\t{_SPACES}]")
MISDECODED = lazy_pattern(f"[{_CONTROLS}\ufffd]")
"""A control or replacement character, which a wrong decoding left."""
_BEFORE_NO_BREAK_SPACE = (
    r"[\d§№$€£¥#–—«‹]\Z|\b[A-Z]\.\Z|\b(?:Mr|Mrs|Ms|Dr|Prof|St|Nos?|Figs?|pp?|"
    r"[Vv]ol|[Aa]rt|[Ss]ec|[Cc]h|[Ee]q|Co|Ltd|Inc)\.?\Z"
)
# Character, pattern of the text before it, pattern of the text after it; one of the two suffices.
_LEGITIMATE_CONTEXTS = (
    # Next to a number, dash, guillemet, title or initial, where a line must not break.
    (
        f"[{_SPACES}]",
        _BEFORE_NO_BREAK_SPACE,
        r"[\d–—…»›]",
    ),
    ("[\u2009\u200a\u202f]", "[\"'‘’“”]\\Z", "[\"'‘’“”]"),
    ("\u3000", "[\u2e80-\u9fff\uff00-\uffee]\\Z", "[\u2e80-\u9fff\uff00-\uffee]"),
    # In scripts and emoji sequences that require them.
    (f"[{_JOINERS}]", "[\u0590-\u2fff\u3100-\U0010ffff]\\Z", "[\u0590-\u1fff\u3100-\U0010ffff]"),
    (f"[{_BIDI}]", "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc].*", "[\u0590-\u08ff\ufb1d-\ufefc]"),
    ("\x0c", r"(?:\n|^)\Z", r"\n|\Z"),
)
_LEGITIMATE = tuple(
    (lazy_pattern(c), lazy_pattern(b, re.DOTALL), lazy_pattern(a))
    for c, b, a in _LEGITIMATE_CONTEXTS
)
_LOOKBEHIND_CHARS = 16


def is_legitimate(text: str, found: re.Match[str], *, french: bool) -> bool:
    """Return whether the invisible characters `found` have a purpose in their context.

    With `french`, a single space before closing punctuation is legitimate as well.
    """
    start, end = found.span()
    before, after = text[max(0, start - _LOOKBEHIND_CHARS) : start], text[end : end + 1]
    if len(found[0]) == 1 and french and after and after in ";:!?»%":
        return True
    return any(
        char.fullmatch(found[0]) and (left.search(before) or right.match(after))
        for char, left, right in _LEGITIMATE
    )


def is_uncertain(document: Document, found: str, span: Span, replacement: str) -> bool:
    """Return whether something else than `replacement` may be meant.

    That is so after a wrong decoding; for a character reference (`&nbsp;`), which an author
    sees; and where a mark would come to touch the next word.
    """
    is_reference = not all(chunk.verbatim for chunk in document.source_map.chunks_at(span))
    before = document.text[max(0, span.start - 1) : span.start]
    glues_words = (
        not replacement
        and bool(before)
        and before in ".,;:!?"
        and document.text[span.end : span.end + 1].isalnum()
    )
    return bool(MISDECODED.search(found)) or is_reference or glues_words
