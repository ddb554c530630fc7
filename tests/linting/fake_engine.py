"""Engine whose answers a test decides."""

import threading
from collections.abc import Callable, Iterable, Iterator
from typing import ClassVar

from editkit.core.document import Document
from editkit.core.engine import Engine, EngineError
from editkit.core.issue import Issue
from editkit.core.result import FileResult
from editkit.core.span import Span
from editkit.core.taxonomy import Family

Respond = Callable[[Document], tuple[Issue, ...] | EngineError]


class FakeEngine(Engine):
    """Answers with `respond(document)`, after buffering `buffer_size` documents."""

    name: ClassVar[str] = "harper"
    version = "1"

    def __init__(self, respond: Respond, buffer_size: int = 3) -> None:
        self.respond, self.buffer_size = respond, buffer_size
        self.read = 0
        self.ended = threading.Event()
        self.closed = False

    def run(self, documents: Iterable[Document]) -> Iterator[tuple[Issue, ...] | EngineError]:
        buffered: list[Document] = []
        try:
            for document in documents:
                self.read += 1
                buffered.append(document)
                if len(buffered) > self.buffer_size:
                    yield self.respond(buffered.pop(0))
            for document in buffered:
                yield self.respond(document)
        finally:
            self.ended.set()

    def close(self) -> None:
        self.closed = True


def flag_whole_document(document: Document) -> tuple[Issue, ...]:
    span = Span(0, len(document.text))
    return (Issue("harper/All", span, document.uri, Family.STYLE, "", engine="harper"),)


def rules(result: FileResult) -> list[str]:
    return [placed.issue.rule for placed in result.issues]
