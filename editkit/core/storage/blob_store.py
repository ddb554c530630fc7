"""Blob store: contract of a key-value store of bytes, which the result cache implements."""

from typing import Protocol


class BlobStore(Protocol):
    """A thread-safe key-value store of bytes that may evict entries and ignore new ones."""

    def has(self, key: str, /) -> bool:
        """Return whether there is an entry, which may be corrupt."""

    def get(self, key: str, /) -> bytes | None:
        """Return the bytes of an entry, or None."""

    def put(self, key: str, data: bytes, /) -> None:
        """Store an entry, unless the store ignores it."""
