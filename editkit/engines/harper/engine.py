"""Harper as an engine: in this process, without Java."""

import re
import threading
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, ClassVar

from editkit.core.check import Setup
from editkit.core.document import Document
from editkit.core.engine import Engine, EngineError
from editkit.core.issue import Issue
from editkit.core.span import Span
from editkit.engines.chunks import cut, well_formed
from editkit.engines.findings import Finding, Judge, issues
from editkit.engines.response_cache import Answers, Store

if TYPE_CHECKING:
    from harper import Lint, Linter

_TOLD_OF = ("RepeatedWords", "SplitWords", "UnclosedQuotes")
"""Off: editkit's own rules, or the speller, tell of the same and blame fewer names."""

_CODE = re.compile("`([^`]*)`")


class Harper(Engine):
    """Asks Harper, which every installation of editkit has."""

    name: ClassVar[str] = "harper"

    def __init__(
        self, setup: Setup, store: Store | None = None, judge: Judge | None = None
    ) -> None:
        self._judge = judge or setup.shared(Judge)
        self._off = (*_TOLD_OF, *self._judge.off(self.name))
        self._mine = threading.local()
        self._answers = Answers(f"harper {self.version}", store)

    @property
    def version(self) -> str:
        """The version of harper-py."""
        return version("harper-py")

    def run(self, documents: Iterable[Document]) -> Iterator[tuple[Issue, ...] | EngineError]:
        """Yield the issues of each document; see `Engine.run`."""
        for document in documents:
            found = (
                _finding(lint, span.start)
                for span in cut(document)
                for lint in self._lints(span.of(document.text), _dialect(document.lang))
            )
            yield issues(self.name, document, found, self._judge)

    def _lints(self, text: str, dialect: str) -> list[dict[str, Any]]:
        """Return what Harper says of `text`, as JSON has it; positions are code points."""
        text = well_formed(text)

        def ask() -> list[dict[str, Any]]:
            found = self._linter(dialect).organized_lints(text, language="plaintext")
            return [_plain(rule, lint) for rule, lints in found.items() for lint in lints]

        said: list[dict[str, Any]] = self._answers.of((text, dialect, self._off), ask)
        return said

    def close(self) -> None:
        """Let go of the dictionaries."""
        self._mine = threading.local()

    def _linter(self, dialect: str) -> "Linter":
        """Return this thread's linter: one serves one thread only."""
        linters = self._mine.__dict__
        if dialect not in linters:
            from harper import Dialect, Linter  # noqa: PLC0415  (0.6 s to make one)

            linter = linters[dialect] = Linter(getattr(Dialect, dialect))
            linter.set_lint_config(linter.get_lint_config() | dict.fromkeys(self._off, False))
        made: Linter = linters[dialect]
        return made


def _plain(rule: str, lint: "Lint") -> dict[str, Any]:
    return {
        "rule": rule,
        "span": (lint.span.start, lint.span.end),
        "text": lint.problem_text,
        "message": lint.message,
        "kind": lint.lint_kind,
        "suggestions": [(s.kind.name, s.replacement_text) for s in lint.suggestions],
    }


def _finding(lint: dict[str, Any], start: int) -> Finding:
    first, last = lint["span"]
    return Finding(
        rule=lint["rule"],
        span=Span(start + first, start + last),
        message=_CODE.sub(r"“\1”", lint["message"]),
        groups=(f"kind:{lint['kind']}",),
        replacements=[_replacement(lint["text"], *each) for each in lint["suggestions"]],
        unknown=lint["rule"] == "SpellCheck",
    )


def _replacement(here: str, kind: str, text: str) -> str:
    return here + text if kind == "INSERT_AFTER" else text


def _dialect(lang: str) -> str:
    """Return the name that Harper has for a kind of English."""
    regions = {"AU": "AUSTRALIAN", "CA": "CANADIAN", "GB": "BRITISH", "IN": "INDIAN"}
    region = lang.replace("_", "-").upper().partition("-")[2]
    return regions.get(region, "AMERICAN")
