"""Slips in a glossary's short acronyms, which are no words that a slip could be told from."""

import re
from collections import Counter
from collections.abc import Iterator

from editkit.core.check import Setup
from editkit.core.document import Document
from editkit.core.span import Span
from editkit.languages.en.inflection import Form, Slot
from editkit.languages.en.word_list import is_english
from editkit.terminology.matcher import Entry
from editkit.terminology.scan import TermScan
from editkit.text import casing
from editkit.text.context import Stretch

_ACRONYM = re.compile(r"[A-Z]{4,}")
_WHOLE = r"(?<![\w&.'’-]){}(?=s?(?![\w&-]))"
_OWN = r"\({0}s?\)|\b{0}s?[ \u00a0]\("
_OFTEN = 3


class AcronymSlips:
    """Finds acronyms of four letters and more that are a slip away from a glossary's.

    A slip is two neighbours that changed places or a letter put twice: with a
    letter replaced, left out or put in, most acronyms are another body's.
    """

    def __init__(self, setup: Setup) -> None:
        self._setup = setup
        self._listed: dict[str, Entry] = {}
        for concept, term in setup.glossary.entries(setup.lang):
            if term.status.usable and _ACRONYM.fullmatch(term.text):
                form = Form(term.text, Slot.BASE)
                self._listed.setdefault(term.text, Entry(concept, term, form))
        slips = ((slip, text) for text in self._listed for slip in _slips(text))
        self._meant = {slip: text for slip, text in slips if slip not in self._listed}

    def find(self, document: Document) -> Iterator[tuple[Span, Entry]]:
        """Yield the place of each slip, with what it is one of.

        None is an acronym that the article explains, or has more often than the
        glossary's, or that stands in a line of capitals.
        """
        text, meant = document.text, self._meant
        counts = Counter(_ACRONYM.findall(text)) if meant else Counter[str]()
        wrong = [word for word in counts if word in meant and _is_slip(word, text)]
        wrong = [w for w in wrong if counts[w] < _OFTEN or counts[w] < counts[meant[w]]]
        if not wrong:
            return
        listed = self._setup.shared(TermScan).find(document)
        for word in wrong:
            for found in re.finditer(_WHOLE.format(word), text):
                place = Stretch(document, Span(*found.span()))
                if place.in_address or casing.in_capitals(place.line):
                    continue
                if not any(one.span.overlaps(place.span) for one in listed):
                    yield place.span, self._listed[meant[word]]


def _is_slip(word: str, text: str) -> bool:
    return not is_english(word) and not re.search(_OWN.format(word), text)


def _slips(word: str) -> Iterator[str]:
    for at in range(1, len(word)):
        yield word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]
    for at in range(1, len(word) + 1):
        yield word[:at] + word[at - 1 :]
