"""Paragraphs of running prose, as opposed to headlines, captions, credits and boilerplate."""

from editkit.core.lazy_pattern import lazy_pattern
from editkit.languages.en.web_boilerplate import classify_line
from editkit.languages.en.words.caption_labels import CAPTION_LABEL
from editkit.languages.en.words.clause_patterns import FINITE_VERB

_WORD = lazy_pattern(r"\w+(?:['’.&-]\w+)*")
_SENTENCE_BREAK = lazy_pattern(r"[a-z0-9)\"”][.!?…]+[\"”’)]*\s+[\"“‘(]?[A-Z]")
_SITE_SUFFIX = lazy_pattern(r"\s[-–—|]\s?[\w.]+(?: \w+)?\s*\Z")
_SIGNATURE = lazy_pattern(
    r"(?:[A-Z][\w.'’-]*|of|the|and|for|at)(?:,? (?:[A-Z][\w.'’-]*|of|the|and|for|at))*"
)
_ENDED = lazy_pattern(r"[.!?…][\"'”’)\]]*\s*\Z")
_TAIL_CHARS = 80
TILDES = ("~", "～")
"""Marks that end a sentence in informal Chinese."""
MIN_WORDS = 8
"""Minimum number of words in a paragraph of running prose."""
_MIN_WORDS_LONG = 40
_MAX_CAPITALIZED_SHARE = 0.4


def is_running_prose(block: str) -> bool:
    """Return whether a block has sentences: two, or a long one that is no headline."""
    words = _WORD.findall(block)
    has_tilde = block.rstrip()[-1:] in TILDES
    is_label = CAPTION_LABEL.match(block) or _SITE_SUFFIX.search(block)
    is_boilerplate = classify_line(block) and not has_tilde
    has_capital = block.lstrip("\"'“‘( ")[:1].isupper()
    if len(words) < MIN_WORDS or is_label or is_boilerplate or not has_capital:
        return False
    if sum(word[0].isupper() for word in words) >= _MAX_CAPITALIZED_SHARE * len(words):
        return False
    is_long = len(words) >= _MIN_WORDS_LONG and FINITE_VERB.search(block)
    return bool(_SENTENCE_BREAK.search(block) or is_long or has_tilde)


def is_signed(paragraph: str) -> bool:
    """Return whether the last line of a paragraph, after a full stop, has only names."""
    body, line_end, last = paragraph.rstrip().rpartition("\n")
    return bool(line_end and _ENDED.search(body[-_TAIL_CHARS:]) and _SIGNATURE.fullmatch(last))
