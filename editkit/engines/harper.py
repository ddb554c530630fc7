"""Harper as an engine: in this process, without Java."""

import re
import threading
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from typing import TYPE_CHECKING, ClassVar

from editkit.core.check import Setup
from editkit.core.document import Document
from editkit.core.engine import Engine, EngineError
from editkit.core.issue import Issue
from editkit.core.span import Span
from editkit.engines import mapping
from editkit.engines.known import KnownWords
from editkit.engines.mapping import Finding, issues

if TYPE_CHECKING:
    from harper import Dialect, Lint, Linter

_TASTE = """
AvoidAndAlso AvoidCurses CompoundNouns DisjointPrefixes Excellent LongSentences OkToOkay
OxfordComma Regionalisms RoadMap UpdatePlaceNames UseEllipsisCharacter WouldNeverHave
""".split()
"""Off: “common sense”, “re-establish”, “very good” and “Peking University” are no faults."""

_TOLD_OF = ("RepeatedWords", "SplitWords", "UnclosedQuotes")
"""Off: editkit's own rules, or the speller, tell of the same and blame fewer names."""

_OFTEN_WRONG = """
ExpandMemoryShorthands ExpandMinimum FillerWords InflectedVerbAfterTo MassNouns MergeWords
MissingPreposition MissingTo OrthographicConsistency PronounKnew SentenceCapitalization
ToTwoToo WrongNegative
""".split()
"""Off: on 117,000 words of clean news they were wrong more often than right, and what they
propose spoils the text: “Min” to “Minimum”, “Mr. Ge” to “Mr. GE”,
“Ha Noi” to “HaNoi”, “Co., Ltd. made” to “Co., Ltd. Made”, “of which new” to “of which knew”."""

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_CODE = re.compile("`([^`]*)`")

_KINDS = {
    "Capitalization": mapping.SPELLING,
    "Enhancement": mapping.STYLE,
    "Formatting": mapping.PUNCTUATION,
    "Punctuation": mapping.PUNCTUATION,
    "Readability": mapping.STYLE,
    "Redundancy": mapping.STYLE,
    "Regionalism": mapping.IDIOM,
    "Spelling": mapping.SPELLING,
    "Style": mapping.STYLE,
    "Typo": mapping.SPELLING,
    "Nonstandard": mapping.IDIOM,
    "Usage": mapping.IDIOM,
    "WordChoice": mapping.IDIOM,
}


class Harper(Engine):
    """Asks Harper, which every installation of editkit has."""

    name: ClassVar[str] = "harper"

    def __init__(self, setup: Setup) -> None:
        self._known = setup.shared(KnownWords)
        self._mine = threading.local()

    @property
    def version(self) -> str:
        """The version of harper-py."""
        return version("harper-py")

    def run(self, documents: Iterable[Document]) -> Iterator[tuple[Issue, ...] | EngineError]:
        """Yield the issues of each document; see `Engine.run`."""
        for document in documents:
            text = _LONE_SURROGATE.sub("\ufffd", document.text)
            linter = self._linter(document.lang)
            found = linter.organized_lints(text, language="plaintext")
            yield issues(
                self.name,
                document,
                (_finding(rule, lint) for rule, lints in found.items() for lint in lints),
                self._known,
            )

    def close(self) -> None:
        """Let go of the dictionaries."""
        self._mine = threading.local()

    def _linter(self, lang: str) -> "Linter":
        """Return this thread's linter: one serves one thread only."""
        linters = self._mine.__dict__
        dialect = _dialect(lang)
        if dialect.name not in linters:
            from harper import Linter  # noqa: PLC0415  (0.6 s to make one)

            linter = linters[dialect.name] = Linter(dialect)
            linter.set_lint_config(
                linter.get_lint_config()
                | dict.fromkeys((*_TASTE, *_TOLD_OF, *_OFTEN_WRONG), False)
            )
        made: Linter = linters[dialect.name]
        return made


def _finding(rule: str, lint: "Lint") -> Finding:
    return Finding(
        rule=rule,
        span=Span(lint.span.start, lint.span.end),
        message=_CODE.sub(r"“\1”", lint.message),
        kind=_KINDS.get(lint.lint_kind, mapping.GRAMMAR),
        replacements=[
            _replacement(lint, s.kind.name, s.replacement_text) for s in lint.suggestions
        ],
        unknown=rule == "SpellCheck",
    )


def _replacement(lint: "Lint", kind: str, text: str) -> str:
    return lint.problem_text + text if kind == "INSERT_AFTER" else text


def _dialect(lang: str) -> "Dialect":
    from harper import Dialect  # noqa: PLC0415  (late, as all of Harper is)

    regions = {
        "AU": Dialect.AUSTRALIAN,
        "CA": Dialect.CANADIAN,
        "GB": Dialect.BRITISH,
        "IN": Dialect.INDIAN,
    }
    region = lang.replace("_", "-").upper().partition("-")[2]
    return regions.get(region, Dialect.AMERICAN)
