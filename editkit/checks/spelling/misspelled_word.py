"""misspelled-word: a known misspelling."""

import re
from collections import Counter
from collections.abc import Iterator

from editkit.checks.phrase_check import PhraseCheck
from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.issue import Issue
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Family, Severity
from editkit.languages.en.phrase_patterns import PhraseMatch
from editkit.languages.en.spelling.misspellings import correct_spelling
from editkit.languages.en.word_list import is_english
from editkit.languages.prose_view import code_of
from editkit.terminology.known_words import KnownWords
from editkit.text.casing import capitalize
from editkit.text.context import begins_sentence

_WORD = lazy_pattern(r"(?<![\w'’@./\\#$&~-])[A-Za-z][a-z]{3,}(?![\w@/\\(=-]|[.:]\w|['’](?!s\b))")
_NEARBY_WORD = lazy_pattern(r"(?<![\w'’])[a-z]+(?![\w])")
_NEARBY_CHARS = 40
_NEXT_IS_LOWERCASE = lazy_pattern(r",? [a-z]")
_MAX_OCCURRENCES = 2
"""A word that occurs more often is probably intended."""
_MIN_ENGLISH_RATIO = 3
_QUOTES = frozenset("\"'“”‘’«»`")


class MisspelledWord(PhraseCheck):
    """Flags known misspellings."""

    rule = Rule(
        id="misspelled-word",
        family=Family.SPELLING,
        summary="Common misspelling of a word",
        rationale=(
            "Some misspellings are so common that the intended word is certain: “recieve”, "
            "“enviroment”, “thier”. They are found without a grammar engine, which knows "
            "many more but has to guess. Capitalized words within a sentence are ignored, "
            "because they may be names."
        ),
        category="linguistic-conventions/spelling",
        severity=Severity.MINOR,
        langs=("en",),
        examples=(
            Example(
                "Members recieve the report in May.",
                flagged=("recieve",),
                fixed="Members receive the report in May.",
                in_manual=True,
            ),
            Example("Their government will receive it; see Recieve Records and x/recieve.py."),
        ),
    )
    message_template = "Misspelling. Use “{correction}”."

    def can_report(self, context: LintContext) -> bool:
        """Return whether the document has a listed word or phrase."""
        return bool(context.get(known_misspellings)) or super().can_report(context)

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield an issue for each misspelling that is not a name."""
        document, found = context.document, set[int]()
        for issue in super().run(context):
            start = issue.span.start
            if document.text[start].islower() or begins_sentence(document, start):
                found.add(start)
                if document.source_map.is_replaceable(issue.span):  # no markup: `or*er`
                    yield issue
        for match in context.get(known_misspellings):
            if match.span.start not in found:
                yield self.phrase_issue(document, match)


def known_misspellings(context: LintContext) -> tuple[PhraseMatch, ...]:
    """Return the words of the list of misspellings that the document probably did not intend.

    Names, words of the glossary or of code, words that occur again and again, and words of
    text in another language may be intended.
    """
    text = context.document.text
    wrong = {
        low: correction
        for low in {word.lower() for word in set(_WORD.findall(text))}
        if not is_english(low) and (correction := correct_spelling(low))
    }
    if not wrong:
        return ()
    counts = Counter(word.lower() for word in re.findall(r"[^\W_]+", text))
    code = code_of(context.document, context.setup).words
    known = context.setup.shared(KnownWords)
    return tuple(
        PhraseMatch(span, correction if word[0].islower() else capitalize(correction))
        for found in _WORD.finditer(text)
        if (correction := wrong.get((word := found[0]).lower()))
        and counts[word.lower()] <= _MAX_OCCURRENCES
        and word.lower() not in code
        and not known.covers(text, span := Span(*found.span()))
        and context.document.source_map.is_replaceable(span)
        and not _may_be_intended(context.document, span)
    )


def _may_be_intended(document: Document, span: Span) -> bool:
    """Return whether a word is a name, is quoted by itself, or has no English around it."""
    text, start, end = document.text, span.start, span.end
    if text[start].isupper() and not (
        begins_sentence(document, start) and _NEXT_IS_LOWERCASE.match(text, end)
    ):
        return True
    is_quoted = text[start - 1 : start] in _QUOTES and text[end : end + 1] in _QUOTES
    before = text[max(0, start - _NEARBY_CHARS) : start].rpartition("\n\n")[2]
    after = text[end : end + _NEARBY_CHARS].partition("\n\n")[0]
    nearby = _NEARBY_WORD.findall(f"{before} {after}")
    foreign = sum(not (is_english(word) or correct_spelling(word)) for word in nearby)
    return is_quoted or len(nearby) - foreign < max(1, _MIN_ENGLISH_RATIO * foreign)
