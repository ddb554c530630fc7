"""What engines have said of texts, kept between runs as they have said it."""

import json
import zlib
from collections.abc import Callable
from hashlib import sha256
from typing import Any, Protocol

_SHAPE = 1
"""Goes up when what is kept is written in another way."""


class Store(Protocol):
    """Keeps bytes by key, and may give them up; serves several threads."""

    def get(self, key: str) -> bytes | None:
        """Return what is kept, None where nothing is."""

    def put(self, key: str, data: bytes) -> None:
        """Keep `data`, or do not."""


class Answers:
    """The answers of one engine, which `engine` names with all that they depend on.

    They are kept as the engine gives them, so that whatever editkit makes of
    them may change without a question being asked again. Without a store,
    every question is asked.
    """

    def __init__(self, engine: str = "", store: Store | None = None) -> None:
        self._engine, self._store = engine, store

    def of(self, question: tuple[object, ...], ask: Callable[[], Any]) -> Any:  # noqa: ANN401  (JSON)
        """Return the answer to `question`: the one that is kept, or what `ask` returns.

        Of the question `repr` must say everything. An answer is made of what
        JSON has; what `ask` raises is passed on, and nothing is kept.
        """
        if self._store is None:
            return ask()
        asked = repr((_SHAPE, self._engine, question)).encode("utf-8", "surrogatepass")
        key = sha256(asked).hexdigest()
        if (kept := self._store.get(key)) is not None:
            try:
                return json.loads(zlib.decompress(kept))
            except (zlib.error, ValueError):
                pass  # damaged
        answer = ask()
        self._store.put(key, zlib.compress(json.dumps(answer).encode(), 1))
        return answer
