"""Typos in glossary acronyms, which are too short for the typo index."""

import re
from collections import Counter
from collections.abc import Iterator

from editkit.core.context import LintContext
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.setup import Setup
from editkit.core.span import Span
from editkit.languages import find_language
from editkit.languages.base import Form, Slot
from editkit.terminology.matcher import TermEntry
from editkit.terminology.scan import term_occurrences
from editkit.text import casing
from editkit.text.context import MatchContext

_ACRONYM = lazy_pattern(r"[A-Z]{4,}")
_WHOLE_WORD = r"(?<![\w&.'’-]){}(?=s?(?![\w&-]))"
_DEFINED = r"\({0}s?\)|\b{0}s?[ \u00a0]\("
_FREQUENT = 3


class AcronymTypos:
    """Finds typos of glossary acronyms of four or more letters (decision 031).

    A typo is two transposed letters or a doubled letter. Acronyms with a letter
    substituted, omitted or inserted mostly belong to another organization.
    """

    def __init__(self, setup: Setup) -> None:
        self._language = find_language(setup.lang)
        self._listed: dict[str, TermEntry] = {}
        for concept, term in setup.glossary.entries(setup.lang):
            if term.status.usable and _ACRONYM.fullmatch(term.text):
                form = Form(term.text, Slot.BASE)
                entry = TermEntry(concept, term, form, self._language)
                self._listed.setdefault(term.text, entry)
        typos = ((typo, text) for text in self._listed for typo in _typos_of(text))
        self._intended = {typo: text for typo, text in typos if typo not in self._listed}

    def find(self, context: LintContext) -> Iterator[tuple[Span, TermEntry]]:
        """Yield the span of each typo, with the intended term.

        Skips acronyms that the article defines, that are frequent and at least as frequent
        as the intended one, or that are in a line of capitals.
        """
        text, intended = context.document.text, self._intended
        counts = Counter(_ACRONYM.findall(text)) if intended else Counter[str]()
        typos = [word for word in counts if word in intended and self._is_typo(word, text)]
        typos = [w for w in typos if counts[w] < _FREQUENT or counts[w] < counts[intended[w]]]
        if not typos:
            return
        listed = context.get(term_occurrences)
        for word in typos:
            for found in re.finditer(_WHOLE_WORD.format(word), text):
                match = MatchContext(context.document, Span(*found.span()))
                if match.in_address or casing.is_all_capitals(match.line):
                    continue
                if not any(o.span.overlaps(match.span) for o in listed):
                    yield match.span, self._listed[intended[word]]

    def _is_typo(self, word: str, text: str) -> bool:
        return not self._language.is_word(word) and not re.search(_DEFINED.format(word), text)


def _typos_of(word: str) -> Iterator[str]:
    for at in range(1, len(word)):
        yield word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]
    for at in range(1, len(word) + 1):
        yield word[:at] + word[at - 1 :]
