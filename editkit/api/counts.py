"""Counts of texts: what a linter has counted in them, to compare them with each other."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from editkit.api.options import Choices
from editkit.core.glossary import Glossary
from editkit.linting.corpus_counts import CorpusCounts, MergeTree


@dataclass(frozen=True, slots=True)
class Counts:
    """What a linter has counted in one text or in many.

    A pickle can be merged in another process. The order of merging does not matter. Counts
    take up memory for each different name and spelling, and a little for each text. The
    fields are internal: `options` is a digest of the options that counts depend on.
    """

    corpus: CorpusCounts
    options: str

    def merge(self, other: "Counts") -> "Counts":
        """Return the counts of both as a new object.

        Raises ValueError for a text that both include, by its `uri`, and for counts of a
        linter with other options.
        """
        self.check_options(other.options)
        return Counts(self.corpus.merge(other.corpus), self.options)

    def check_options(self, options: str) -> None:
        """Raise ValueError if these are the counts of a linter with other options."""
        if options != self.options:
            raise ValueError("These counts are of a linter with another glossary or options.")


def merge_counts(options: str, all_counts: Iterable[Counts]) -> Counts:
    """Return the sum of all counts, which must be of linters with these options."""
    tree = MergeTree()
    tree.add(Counts(CorpusCounts(), options))
    for counts in all_counts:
        tree.add(counts)
    total: Counts = tree.total()
    return total


def counted_options(choices: Choices) -> str:
    """Return a digest of the options that counts depend on, the same in all processes."""
    settings, glossary = choices.settings, choices.glossary or Glossary()
    selected = sorted(settings.select), sorted(settings.ignore)
    relevant = (settings.lang, settings.options, selected, glossary.digest)
    return sha256(repr(relevant).encode()).hexdigest()
