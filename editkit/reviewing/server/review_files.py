"""Files under review: lints them again, and names the files that receive decisions."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from editkit.config import Settings
from editkit.core.document import Package
from editkit.core.errors import InputError, single_file
from editkit.core.fix import Splice
from editkit.core.result import FileResult, Notice
from editkit.core.storage.file_version import current_version
from editkit.formats import plain_text
from editkit.linting.files.source_file import SourceFile, read, resolve_format
from editkit.linting.session import Session
from editkit.reviewing.apply import ApplyTargets
from editkit.reviewing.page.model import sources
from editkit.reviewing.reviewed_result import as_reviewed

_NOTHING_PLANNED: Mapping[str, bytes] = MappingProxyType({})
_TABLE_SUFFIXES = (".csv", ".tsv")


@dataclass(frozen=True, slots=True)
class ReviewFiles:
    """The files under review with their settings; `names` are their paths relative to `root`.

    `notices`, about the run as a whole, come first in the first result.
    """

    files: Sequence[tuple[Settings, SourceFile]]
    names: Sequence[str]
    root: Path
    session: Session
    together: bool = False
    notices: Sequence[Notice] = ()
    _versions: dict[str, tuple[tuple[int, ...], str | None]] = field(default_factory=dict)

    def lint(self, planned: Mapping[str, bytes] = _NOTHING_PLANNED) -> Iterator[FileResult]:
        """Lint the files as they are on disk; yield results whose `uri` is the file's name.

        `planned` has the contents of files that are linted with these instead, by name.
        Raises InputError for a glossary, word list or baseline that cannot be read.
        """
        files = [
            (_without_missing_files(settings), replace(file, data=planned.get(name, file.data)))
            for name, (settings, file) in zip(self.names, self.files, strict=True)
        ]
        run = self.session.run(files, together=self.together, notices=self.notices)
        with closing(run) as results:
            for name, result in zip(self.names, results, strict=True):
                yield _with_items(replace(result, uri=name))

    def lint_texts(self, name: str, lang: str, texts: Sequence[str]) -> Iterator[FileResult]:
        """Lint plain texts with the settings of the file `name`; yield their results."""
        settings, file = self._named(name)
        own = replace(_without_missing_files(settings), lang=lang)
        files = [
            SourceFile(file.uri, data=text.encode("utf-8", "replace"), format=plain_text().name)
            for text in texts
        ]
        with closing(self.session.run([(own, each) for each in files])) as results:
            yield from results

    def parsed(self, name: str, package: Package, made: Sequence[Sequence[Splice]]) -> Package:
        """Return the file `name` with the splices of each document made."""
        settings, file = self._named(name)
        data = resolve_format(file).pack(package, made)
        return read(replace(file, data=data), settings.lang)

    def _named(self, name: str) -> tuple[Settings, SourceFile]:
        return self.files[self.names.index(name)]

    def changed(self, hashes: Mapping[str, str]) -> Iterator[str]:
        """Yield the names of files whose SHA-256 on disk is another one than in `hashes`."""
        for name, (_, file) in zip(self.names, self.files, strict=True):
            if hashes.get(name) and self._version(file.uri) != hashes[name]:
                yield name

    def _version(self, uri: str) -> str | None:
        """Return the version of a file, read again only if its status has changed."""
        path = Path(os.path.realpath(uri))
        try:
            found = path.stat()
            status = (found.st_mtime_ns, found.st_size, found.st_ino)
            if self._versions.get(uri, ((), None))[0] != status:
                self._versions[uri] = status, current_version(path)
        except OSError:
            return None
        return self._versions[uri][1]

    def format_for(self, path: str) -> str | None:
        """Return the name of the format that is set for the file at `path`; None if none is."""
        name = Path(path).relative_to(self.root.resolve()).as_posix()
        return next(
            (
                file.format
                for own, (_, file) in zip(self.names, self.files, strict=True)
                if own == name
            ),
            None,
        )

    @property
    def missing_file_notices(self) -> tuple[str, ...]:
        """Messages about configured word lists and baselines that do not exist yet."""
        names = [
            name
            for settings, _ in self.files
            for name in (*settings.words, settings.baseline)
            if name
        ]
        missing = (name for name in dict.fromkeys(names) if not Path(name).exists())
        return tuple(f"{name}: No such file yet: 'apply' creates it." for name in missing)

    @property
    def targets(self) -> ApplyTargets:
        """The baseline, the last word list and the last table of the first file's settings.

        None instead of a file that may not be written; see `unwritten_file_notices`.
        """
        settings, _ = self.files[0]
        baseline, words, table = (
            None if path in settings.outside_files else path for path, _ in self._named_targets()
        )
        return ApplyTargets(baseline, words, table)

    @property
    def unwritten_file_notices(self) -> tuple[str, ...]:
        """Messages about files that a project configuration names outside of its folder.

        They are read, but nothing is added to them.
        """
        settings, _ = self.files[0]
        return tuple(
            f"{path}: Nothing is added to this file, because it is outside of the folder of the "
            f"configuration that names it; to change it, name it with {option}."
            for path, option in self._named_targets()
            if path in settings.outside_files
        )

    def _named_targets(self) -> Iterator[tuple[str | None, str]]:
        """Yield the baseline, word list and glossary, and the option that names each."""
        settings, _ = self.files[0]
        tables = [
            name for name in settings.glossaries if Path(name).suffix.lower() in _TABLE_SUFFIXES
        ]
        yield settings.baseline, "--baseline"
        yield settings.words[-1] if settings.words else None, "--words"
        yield tables[-1] if tables else None, "--glossary"


def _with_items(result: FileResult) -> FileResult:
    """Return a result, or that of an unread file if it cannot be reviewed."""
    try:
        with single_file(result.uri, "cannot be reviewed"):
            result = as_reviewed(result)
            sources((result,))
    except InputError as error:
        return result.as_unread(error.message)
    return result


def _without_missing_files(settings: Settings) -> Settings:
    """Return settings without word lists and a baseline that the first apply will create."""
    words = tuple(name for name in settings.words if Path(name).exists())
    has_baseline = settings.baseline and Path(settings.baseline).exists()
    return replace(settings, words=words, baseline=settings.baseline if has_baseline else None)
