"""Corpus counts: what collecting checks have counted in many files; picklable and mergeable."""

from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from editkit.config import Settings
from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.core.document import Document

_CountsKey = tuple[object, ...]
_DocumentKey = tuple[str, str | None]


class MergeTree:
    """Merges counts pairwise, like a binary counter, in O(n log n) instead of O(n²)."""

    def __init__(self) -> None:
        self._levels: list[tuple[int, Any]] = []

    def add(self, counts: Any) -> None:  # noqa: ANN401  (each check has counts of its own)
        """Add the counts of one more document."""
        size = 1
        while self._levels and self._levels[-1][0] == size:
            size, counts = 2 * size, self._levels.pop()[1].merge(counts)
        self._levels.append((size, counts))

    def total(self) -> Any:  # noqa: ANN401  (as above)
        """Return the merged counts of all documents so far; there must be at least one."""
        total = self._levels[-1][1]
        for _, counts in reversed(self._levels[:-1]):
            total = counts.merge(total)
        self._levels = [(1, total)]
        return total


@dataclass(slots=True)
class CorpusCounts:
    """The counts of collecting checks over many documents, and which documents they include.

    The counts of a rule are merged for documents that share its language, glossaries and
    options, even if their other settings differ. A pickle of the counts can be merged and
    reported in another process.
    """

    trees: dict[_CountsKey, MergeTree] = field(default_factory=dict)
    text_digests: dict[_DocumentKey, bytes] = field(default_factory=dict)
    failures: set[tuple[str, _DocumentKey]] = field(default_factory=set)
    """Rules that could not count a document, which are rare."""

    def add_document(self, document: Document) -> None:
        """Note that the counts of a document are added next."""
        self.text_digests[_document_key(document)] = _digest(document)

    def add(self, settings: Settings, check: Check, document: Document, counts: Any) -> None:  # noqa: ANN401  (as above)
        """Add the counts of one check for one document."""
        key = _counts_key(settings, check, document)
        self.trees.setdefault(key, MergeTree()).add(counts)

    def add_failure(self, check: Check, document: Document) -> None:
        """Note that a check could not count a document."""
        self.failures.add((check.rule.id, _document_key(document)))

    def get(self, settings: Settings, check: Check, context: LintContext) -> Any:  # noqa: ANN401  (as above)
        """Return the counts of a check for the documents to compare one with.

        Returns None if they do not include the document, or if its text has changed since.
        """
        document = context.document
        if self.text_digests.get(_document_key(document)) != context.get(_text_digest):
            return None
        if (check.rule.id, _document_key(document)) in self.failures:
            return None
        tree = self.trees.get(_counts_key(settings, check, document))
        return None if tree is None else tree.total()

    def includes(self, document: Document) -> bool:
        """Return whether the document, with its present text, is in the counts."""
        return self.text_digests.get(_document_key(document)) == _digest(document)

    def merge(self, other: "CorpusCounts") -> "CorpusCounts":
        """Return the counts of both; raise ValueError for a document that both include."""
        twice = self.text_digests.keys() & other.text_digests.keys()
        if twice:
            uri, _ = min(twice, key=repr)
            raise ValueError(f"{uri} is counted twice.")
        both = CorpusCounts(
            text_digests=self.text_digests | other.text_digests,
            failures=self.failures | other.failures,
        )
        for one in (self, other):
            for key, tree in one.trees.items():
                both.trees.setdefault(key, MergeTree()).add(tree.total())
        return both


def _counts_key(settings: Settings, check: Check, document: Document) -> _CountsKey:
    rule = check.rule.id
    return (rule, document.lang, settings.glossaries, dict(settings.options).get(rule))


def _document_key(document: Document) -> _DocumentKey:
    return (document.uri, document.part)


def _text_digest(context: LintContext) -> bytes:
    return _digest(context.document)


def _digest(document: Document) -> bytes:
    # Not `hash`, which differs between processes. The source, because code is hidden in the text.
    return sha256(document.raw.encode("utf-8", "surrogatepass")).digest()
