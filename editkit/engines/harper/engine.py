"""Harper engine: an English grammar checker that runs in this process."""

import threading
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, ClassVar

from editkit.core.document import Document
from editkit.core.engine import Engine, EngineError
from editkit.core.issue import Issue
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.setup import Setup
from editkit.core.span import Span
from editkit.core.storage.blob_store import BlobStore
from editkit.engines.chunks import split, well_formed
from editkit.engines.findings import Finding, FindingPolicy, to_issues
from editkit.engines.response_cache import ResponseCache

if TYPE_CHECKING:
    from harper import Lint, Linter

REPLACED_RULES = ("RepeatedWords", "SplitWords", "UnclosedQuotes")
"""Disabled: editkit's rules or the spelling check find the same and flag fewer names."""

_CODE = lazy_pattern("`([^`]*)`")


class Harper(Engine):
    """The Harper engine, a required dependency of editkit."""

    name: ClassVar[str] = "harper"

    def __init__(
        self, setup: Setup, store: BlobStore | None = None, policy: FindingPolicy | None = None
    ) -> None:
        self._policy = policy or setup.shared(FindingPolicy)
        self._disabled = (*REPLACED_RULES, *self._policy.disabled_rules(self.name))
        self._thread_local = threading.local()
        self._responses = ResponseCache(f"harper {self.version}", store)

    @property
    def version(self) -> str:
        """The version of harper-py."""
        return version("harper-py")

    def run(self, documents: Iterable[Document]) -> Iterator[tuple[Issue, ...] | EngineError]:
        """Yield the issues of each document; see `Engine.run`."""
        for document in documents:
            findings = (
                _finding(lint, span.start)
                for span in split(document)
                for lint in self._lints(span.of(document.text), _dialect(document.lang))
            )
            yield to_issues(self.name, document, findings, self._policy)

    def _lints(self, text: str, dialect: str) -> list[dict[str, Any]]:
        """Return Harper's lints of `text` as JSON values; positions are code points."""
        text = well_formed(text)

        def fetch() -> list[dict[str, Any]]:
            found = self._linter(dialect).organized_lints(text, language="plaintext")
            return [_to_json(rule, lint) for rule, lints in found.items() for lint in lints]

        lints: list[dict[str, Any]] = self._responses.get_or_fetch(
            (text, dialect, self._disabled), fetch
        )
        return lints

    def close(self) -> None:
        """Release the dictionaries."""
        self._thread_local = threading.local()

    def _linter(self, dialect: str) -> "Linter":
        """Return this thread's linter: a linter is not thread-safe."""
        linters = self._thread_local.__dict__
        if dialect not in linters:
            from harper import Dialect, Linter  # noqa: PLC0415  (takes 0.6 s)

            created = linters[dialect] = Linter(getattr(Dialect, dialect))
            config = created.get_lint_config() | dict.fromkeys(self._disabled, False)
            created.set_lint_config(config)
        linter: Linter = linters[dialect]
        return linter


def _to_json(rule: str, lint: "Lint") -> dict[str, Any]:
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
        is_unknown_word=lint["rule"] == "SpellCheck",
    )


def _replacement(found: str, kind: str, text: str) -> str:
    return found + text if kind == "INSERT_AFTER" else text


def _dialect(lang: str) -> str:
    """Return Harper's name of the English dialect of a language tag."""
    regions = {"AU": "AUSTRALIAN", "CA": "CANADIAN", "GB": "BRITISH", "IN": "INDIAN"}
    region = lang.replace("_", "-").upper().partition("-")[2]
    return regions.get(region, "AMERICAN")
