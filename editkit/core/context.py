"""Lint context: a document with its setup, and features that are computed once."""

from collections.abc import Callable
from typing import TypeVar, cast

from editkit.core.document import Document
from editkit.core.setup import Setup

Feature = TypeVar("Feature")


class LintContext:
    """Input of a check: a document, the setup of the run, and the document's features.

    A feature is a function of the context, such as `term_occurrences`; `get` calls it the
    first time and returns the same value afterwards. `original` is the text that the
    document was translated from, or None if it is not known.

    A context belongs to one thread and lives as long as its document is linted.
    """

    __slots__ = ("_features", "document", "original", "setup")

    def __init__(self, document: Document, setup: Setup, original: Document | None = None) -> None:
        self.document = document
        self.setup = setup
        self.original = original
        self._features: dict[Callable[[LintContext], object], object] = {}

    def get(self, feature: Callable[["LintContext"], Feature]) -> Feature:
        """Return `feature(self)`, called once per context.

        The feature must be a module-level function, because it is the key of the value.
        """
        try:
            return cast("Feature", self._features[feature])
        except KeyError:
            value = self._features[feature] = feature(self)
            return value
