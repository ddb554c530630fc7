"""LanguageTool engine: checks the chunks of documents with parallel requests."""

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock
from typing import TYPE_CHECKING, ClassVar, Protocol

from editkit.core.document import Document
from editkit.core.engine import Engine, EngineError
from editkit.core.issue import Issue
from editkit.core.setup import Setup
from editkit.core.span import Span
from editkit.engines.chunks import split, well_formed
from editkit.engines.findings import Finding, FindingPolicy, to_issues
from editkit.engines.languagetool.connection import Connection
from editkit.engines.languagetool.rules import DISABLED_RULES, to_findings

if TYPE_CHECKING:
    from editkit.engines.languagetool.install import Progress

_MIN_REQUESTS = 2
_MAX_REQUESTS = 8
"""More parallel requests would need more memory than a server has."""
_QUEUED_CHUNKS_PER_REQUEST = 8
"""Chunks queued for each parallel request, so that the server is never idle."""

_PendingChunk = Future[tuple[Finding, ...]]


class LanguageTags(Protocol):
    """The language tags of a server."""

    def tag(self, lang: str) -> str:
        """Return the server's tag for `lang`. Raises EngineError if it has none."""


class LanguageTool(Engine):
    """The LanguageTool engine; `open_languagetool` creates it.

    `check_progress` is called from any thread with the number of chunks checked and the
    number submitted so far.
    """

    name: ClassVar[str] = "languagetool"

    def __init__(
        self,
        connection: Connection,
        languages: LanguageTags,
        setup: Setup,
        policy: FindingPolicy | None = None,
    ) -> None:
        self._connection, self._languages = connection, languages
        self._policy = policy or setup.shared(FindingPolicy)
        self._disabled = ",".join((*DISABLED_RULES, *self._policy.disabled_rules(self.name)))
        self.check_progress: Progress = lambda _done, _total: None
        self._submitted = self._completed = 0
        self._count_lock = Lock()
        self._tag_by_lang: dict[str, str] = {}
        self._max_requests = max_parallel_requests()
        self._pool = ThreadPoolExecutor(self._max_requests, "languagetool")
        self.tag(setup.lang)

    @property
    def version(self) -> str:
        """The server's version."""
        return self._connection.version

    @property
    def exhausted(self) -> bool:
        """Whether its connection sends no more requests."""
        return self._connection.exhausted

    def tag(self, lang: str) -> str:
        """Return the server's tag for `lang`. Raises EngineError if it has none.

        The server's plain `en` has no spelling rule and is never used: `en` is checked as
        `en-US`, and English of a country that the server does not have as `en-GB`.
        """
        if lang not in self._tag_by_lang:
            tag = self._languages.tag("en-US" if lang.lower() == "en" else lang)
            self._tag_by_lang[lang] = "en-GB" if tag == "en" else tag
        return self._tag_by_lang[lang]

    def run(self, documents: Iterable[Document]) -> Iterator[tuple[Issue, ...] | EngineError]:
        """Yield the issues of each document; see `Engine.run`."""
        waiting: deque[tuple[Document, list[_PendingChunk]]] = deque()
        max_queued = _QUEUED_CHUNKS_PER_REQUEST * self._max_requests
        try:
            for document in documents:
                waiting.append((document, self._submit(document)))
                while len(waiting) > 1 and sum(len(chunks) for _, chunks in waiting) > max_queued:
                    yield self._collect(*waiting.popleft())
            while waiting:
                yield self._collect(*waiting.popleft())
        finally:
            for _, chunks in waiting:
                for chunk in chunks:
                    chunk.cancel()

    def close(self) -> None:
        """Close the connections; a shared server keeps running."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._connection.close()

    def _submit(self, document: Document) -> list[_PendingChunk]:
        spans = tuple(split(document))
        self._count(submitted=len(spans))
        chunks = [self._pool.submit(self._check, document, span) for span in spans]
        for chunk in chunks:
            chunk.add_done_callback(lambda _: self._count(completed=1))
        return chunks

    def _count(self, *, submitted: int = 0, completed: int = 0) -> None:
        with self._count_lock:
            self._submitted += submitted
            self._completed += completed
            self.check_progress(self._completed, self._submitted)

    def _check(self, document: Document, span: Span) -> tuple[Finding, ...]:
        text = well_formed(span.of(document.text))
        if not text.strip():
            return ()
        language = self.tag(document.lang)
        matches = self._connection.check(text, language=language, disabledRules=self._disabled)
        return tuple(to_findings(matches, text, span.start))

    def _collect(
        self, document: Document, chunks: list[_PendingChunk]
    ) -> tuple[Issue, ...] | EngineError:
        try:
            found = [finding for chunk in chunks for finding in chunk.result()]
        except EngineError as error:
            for chunk in chunks:
                chunk.cancel()
            return error
        return to_issues(self.name, document, found, self._policy)


def max_parallel_requests() -> int:
    """Return the number of parallel requests: one for each processor, from 2 to 8."""
    if hasattr(os, "sched_getaffinity"):
        processors = len(os.sched_getaffinity(0))
    else:
        processors = os.cpu_count() or 1
    return min(max(processors, _MIN_REQUESTS), _MAX_REQUESTS)
