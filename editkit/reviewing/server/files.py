"""The articles under review, checked as often as is asked for."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from editkit.config import Settings
from editkit.core.result import FileResult
from editkit.linting.discovery import Found
from editkit.linting.session import Session
from editkit.reviewing.apply import Places

_TABLES = (".csv", ".tsv")


@dataclass(frozen=True, slots=True)
class Articles:
    """Files with their settings, and the names that decisions know them by, from `root`."""

    files: Sequence[tuple[Settings, Found]]
    names: Sequence[str]
    root: Path
    session: Session
    together: bool = False

    def check(self) -> Iterator[FileResult]:
        """Yield the result of each file as it is on the disk, under its name.

        Raises InputError for a glossary, word list or baseline that cannot be read.
        """
        files = [(_begun(settings), found) for settings, found in self.files]
        with closing(self.session.run(files, together=self.together)) as results:
            for name, result in zip(self.names, results, strict=True):
                yield replace(result, uri=name)

    @property
    def lacking(self) -> tuple[str, ...]:
        """What to tell of files that are named and not there yet."""
        named = [name for own, _ in self.files for name in (*own.words, own.baseline) if name]
        lacking = (name for name in dict.fromkeys(named) if not Path(name).exists())
        return tuple(f"{name}: There is no such file yet; 'apply' begins it." for name in lacking)

    @property
    def places(self) -> Places:
        """Where suppressions, words and rows go: into what the first file is checked with.

        Of several word lists and tables that is the last one.
        """
        settings, _ = self.files[0]
        tables = [name for name in settings.glossaries if Path(name).suffix.lower() in _TABLES]
        words = settings.words[-1] if settings.words else None
        return Places(settings.baseline, words, tables[-1] if tables else None)


def _begun(settings: Settings) -> Settings:
    """Return settings without the files that only the first 'apply' will make."""
    words = tuple(name for name in settings.words if Path(name).exists())
    known = settings.baseline and Path(settings.baseline).exists()
    return replace(settings, words=words, baseline=settings.baseline if known else None)
