"""LanguageTool as an engine: batches, several at a time, over the documents of a run."""

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock
from typing import TYPE_CHECKING, ClassVar, Protocol

from editkit.core.check import Setup
from editkit.core.document import Document
from editkit.core.engine import Engine, EngineError
from editkit.core.issue import Issue
from editkit.core.span import Span
from editkit.engines.chunks import cut, well_formed
from editkit.engines.findings import Finding, Judge, issues
from editkit.engines.languagetool.connection import Link
from editkit.engines.languagetool.rules import DISABLED, findings

if TYPE_CHECKING:
    from editkit.engines.languagetool.install import Progress

_LEAST, _MOST = 2, 8
_AHEAD = 8
"""Batches for each question that is under way, so that a server never waits for us."""

_Batch = Future[tuple[Finding, ...]]


class Tags(Protocol):
    """Knows what a server calls a language."""

    def tag(self, lang: str) -> str:
        """Return the server's tag for `lang`; EngineError where it has none."""


class LanguageTool(Engine):
    """Asks a LanguageTool server; see `open_engines` for how one is had.

    `checked` is told, by any thread, how many pieces have been checked, and of
    how many that it was given so far.
    """

    name: ClassVar[str] = "languagetool"

    def __init__(
        self, link: Link, languages: Tags, setup: Setup, judge: Judge | None = None
    ) -> None:
        self._link, self._languages = link, languages
        self._judge = judge or setup.shared(Judge)
        self._off = ",".join((*DISABLED, *self._judge.off(self.name)))
        self.checked: Progress = lambda _done, _of: None
        self._given = self._done = 0
        self._counts = Lock()
        self._tags: dict[str, str] = {}
        self._at_a_time = at_a_time()
        self._pool = ThreadPoolExecutor(self._at_a_time, "languagetool")
        self.tag(setup.lang)

    @property
    def version(self) -> str:
        """The version that the server says it has."""
        return self._link.version

    @property
    def spent(self) -> bool:
        """Whether its server will answer no more."""
        return self._link.spent

    def tag(self, lang: str) -> str:
        """Return what the server calls `lang`; EngineError where it cannot check it.

        The server's plain `en` has no spelling rule, so it is never used: an
        English of no country is American, one of a country that the server
        lacks is British.
        """
        if lang not in self._tags:
            tag = self._languages.tag("en-US" if lang.lower() == "en" else lang)
            self._tags[lang] = "en-GB" if tag == "en" else tag
        return self._tags[lang]

    def run(self, documents: Iterable[Document]) -> Iterator[tuple[Issue, ...] | EngineError]:
        """Yield the issues of each document; see `Engine.run`."""
        waiting: deque[tuple[Document, list[_Batch]]] = deque()
        most = _AHEAD * self._at_a_time
        try:
            for document in documents:
                waiting.append((document, self._submit(document)))
                while len(waiting) > 1 and sum(len(batches) for _, batches in waiting) > most:
                    yield self._collect(*waiting.popleft())
            while waiting:
                yield self._collect(*waiting.popleft())
        finally:
            for _, batches in waiting:
                for batch in batches:
                    batch.cancel()

    def close(self) -> None:
        """Close the connections; a shared server lives on."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._link.close()

    def _submit(self, document: Document) -> list[_Batch]:
        spans = tuple(cut(document))
        self._count(given=len(spans))
        batches = [self._pool.submit(self._check, document, span) for span in spans]
        for batch in batches:
            batch.add_done_callback(lambda _: self._count(done=1))
        return batches

    def _count(self, *, given: int = 0, done: int = 0) -> None:
        with self._counts:
            self._given += given
            self._done += done
            self.checked(self._done, self._given)

    def _check(self, document: Document, span: Span) -> tuple[Finding, ...]:
        text = well_formed(span.of(document.text))
        if not text.strip():
            return ()
        language = self.tag(document.lang)
        matches = self._link.check(text, language=language, disabledRules=self._off)
        return tuple(findings(matches, text, span.start))

    def _collect(
        self, document: Document, batches: list[_Batch]
    ) -> tuple[Issue, ...] | EngineError:
        try:
            found = [finding for batch in batches for finding in batch.result()]
        except EngineError as error:
            for batch in batches:
                batch.cancel()
            return error
        return issues(self.name, document, found, self._judge)


def at_a_time() -> int:
    """Return how many questions keep a server on this machine busy: one a processor, two at least.

    More than eight would want more memory than a server has.
    """
    if hasattr(os, "sched_getaffinity"):
        processors = len(os.sched_getaffinity(0))
    else:
        processors = os.cpu_count() or 1
    return min(max(processors, _LEAST), _MOST)
