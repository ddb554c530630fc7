"""Cache of raw engine responses, kept between runs."""

import json
import zlib
from collections.abc import Callable
from hashlib import sha256
from typing import Any

from editkit.core.storage.blob_store import BlobStore

_FORMAT_VERSION = 1
"""Increased when the stored form of responses changes."""


class ResponseCache:
    """Cached responses of one engine.

    `engine` must name everything that the responses depend on, such as the version.
    Responses are stored as received, so changes in how editkit interprets them need no
    new request. Without a store, nothing is cached.
    """

    def __init__(self, engine: str = "", store: BlobStore | None = None) -> None:
        self._engine, self._store = engine, store

    def get_or_fetch(self, request: tuple[object, ...], fetch: Callable[[], Any]) -> Any:  # noqa: ANN401  (JSON)
        """Return the cached response to `request`, or else the result of `fetch`.

        `repr(request)` must identify the request. Responses must be JSON values. If
        `fetch` raises, nothing is stored.
        """
        if self._store is None:
            return fetch()
        identity = repr((_FORMAT_VERSION, self._engine, request)).encode("utf-8", "surrogatepass")
        key = sha256(identity).hexdigest()
        if (cached := self._store.get(key)) is not None:
            try:
                return json.loads(zlib.decompress(cached))
            except (zlib.error, ValueError, RecursionError):
                pass  # damaged
        response = fetch()
        self._store.put(key, zlib.compress(json.dumps(response).encode(), 1))
        return response
