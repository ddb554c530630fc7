"""Context of a term: a longer name or a quotation around it, other words of its document."""

from editkit.core.context import LintContext
from editkit.core.document import BlockKind, Document
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span
from editkit.languages import find_language
from editkit.languages.en.lexicon import WordClass, has_class
from editkit.languages.en.words.function_words import SENTENCE_OPENERS
from editkit.text import casing
from editkit.text.context import MatchContext
from editkit.text.lowercase_words import lowercase_words
from editkit.text.quotations import find_quotations
from editkit.text.tokens import key

_WORD_WINDOW = 60
_MAX_SHORT_TITLE_WORDS = 3
_WORD = lazy_pattern(r"\w+")
_BEFORE = lazy_pattern(r"(?P<word>[^\W_]+)(?:[ \u00a0\n]|(?P<hyphen>[-‐‑–]))$")
_AFTER = lazy_pattern(r"(?:[ \u00a0\n]|(?P<hyphen>[-‐‑–]))(?P<word>[^\W_]+)")
_FILE_NAME = lazy_pattern(r"[ \u00a0][\w-]+\.[a-z]{2,3}[a-z0-9]?\b(?![.'’])")
_MENTION = lazy_pattern(
    r"(?i)\b(?:words?|terms?|phrases?|expressions?|spellings?|synonyms?)[ \u00a0\n]+[\"'“‘«]$"
)
_MENTION_END = lazy_pattern(r"[.,]?[\"'”’»]")
_HYPHENED_BEFORE = lazy_pattern(r"[^\W\d_]{2}[-‐‑]$")
_HYPHENED_AFTER = lazy_pattern(r"[-‐‑](?=[^\W\d_])(?P<words>[\w‐‑-]+)")
_MODIFIED = (WordClass.PARTICIPLE, WordClass.GERUND, WordClass.ADJECTIVE)
_QUOTED_LINE = lazy_pattern(r"[ \t]*>")


class CandidateContext(MatchContext):
    """The context of a candidate, including the other words of its document."""

    __slots__ = ("_context",)

    def __init__(self, context: LintContext, span: Span) -> None:
        super().__init__(context.document, span)
        self._context = context

    @property
    def lowercase_words(self) -> frozenset[str]:
        """The lowercase words of the document."""
        return self._context.get(lowercase_words)


def is_in_longer_name(document: Document, span: Span, new_text: str) -> bool:
    """Return whether `span` is part of a longer name.

    A longer name has a capitalized word directly before or after the span, joined by a
    space or a hyphen, or it is a file name. Words that begin sentences and words of
    `new_text` do not count; in a title of several words, only hyphenated words count.
    """
    text, context = document.text, MatchContext(document, span)
    if _FILE_NAME.match(text, span.end):
        return True
    if not casing.has_capital(context.text):
        return False
    before = _BEFORE.search(text, max(0, span.start - _WORD_WINDOW), span.start)
    if before and before["word"].lower() in SENTENCE_OPENERS:
        before = None
    both = (before, _AFTER.match(text, span.end))
    neighbors = [neighbor for neighbor in both if neighbor and neighbor["word"][0].isupper()]
    if neighbors and _is_long_title(context.line, document.lang):
        neighbors = [near for near in neighbors if near["hyphen"]]
    words = {key(word) for word in _WORD.findall(new_text)} if neighbors else set()
    return any(key(near["word"]) not in words for near in neighbors)


def _is_long_title(line: str, lang: str) -> bool:
    is_title = find_language(lang).is_title_case(line) or casing.is_all_capitals(line)
    return is_title and len(_WORD.findall(line)) > _MAX_SHORT_TITLE_WORDS


def is_in_quotation(document: Document, span: Span) -> bool:
    """Return whether `span` is in quotation marks, or in a line quoted with `>`."""
    if any(quotation.covers(span) for quotation in find_quotations(document)):
        return True
    at = document.source_map.locate(span).start
    line = document.raw.rfind("\n", 0, at) + 1
    return bool(_QUOTED_LINE.match(document.raw, line))


def is_in_compound(text: str, span: Span) -> bool:
    """Return whether other words are joined to `span` by hyphens: `client-server`, `co-worker`.

    A number before it, and a participle or adjective after it, do not: `factory-made`.
    """
    before = text[max(0, span.start - _WORD_WINDOW) : span.start]
    if _HYPHENED_BEFORE.search(before):
        return True
    after = _HYPHENED_AFTER.match(text, span.end)
    return after is not None and not has_class(after["words"].lower(), *_MODIFIED)


def is_mentioned(document: Document, span: Span) -> bool:
    """Return whether `span` is all that is quoted, and mentioned as a word: `the word “plant”`."""
    return _MENTION_END.match(document.text, span.end) is not None and bool(
        _MENTION.search(document.text[max(0, span.start - _WORD_WINDOW) : span.start])
    )


def is_capitalized_as_name(document: Document, span: Span) -> bool:
    """Return whether a capital at the start of `span` indicates a name: `the band Epidemic`.

    It does not at the start of a sentence, in a title, and in capitals.
    """
    context = MatchContext(document, span)
    if not context.text[:1].isupper() or context.text.isupper() or context.begins_sentence:
        return False
    block = document.block_at(span.start)
    is_heading = block is not None and block.kind is BlockKind.HEADING
    return not (is_heading or find_language(document.lang).is_title_line(context.line))
