"""Operations on texts and files, given a session and options."""

import os
import reprlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice

from editkit.api.counts import Counts, counted_options, merge_counts
from editkit.api.options import Choices, Paths
from editkit.api.text import CorrectedText, Text, as_text
from editkit.config import Configuration, Settings
from editkit.core.errors import InputError, single_file
from editkit.core.result import FileResult, Notice
from editkit.fixing.fix_loop import FixPolicy, fix_file
from editkit.linting.files.discover_settings import find_files
from editkit.linting.files.source_file import SourceFile
from editkit.linting.grouping import with_grouped_issues
from editkit.linting.session import Session
from editkit.linting.toolset import needs_engines

_BATCH_SIZE = 64
"""Number of texts that are read before the first result if engines or processes overlap work."""


class Operations:
    """Lints, fixes and reviews with one session and one set of options."""

    def __init__(self, session: Session, choices: Choices) -> None:
        self._session, self._choices = session, choices
        self._settings = choices.settings

    def lint(self, text: Text) -> FileResult:
        """Return the result of a text; raise InputError if it cannot be read."""
        return with_grouped_issues(self._lint(text.to_source_file(), self._settings))

    def lint_many(self, texts: Iterable[str | Text], *, parallel: bool) -> Iterator[FileResult]:
        """Yield the result of each text, in order; `parallel` if the session has processes.

        Reads one text at a time, or a batch if an engine or other processes work on several.
        An error of `texts` is raised after the results of the texts before it.
        """
        reader = _Reader(texts)
        size = _BATCH_SIZE if parallel or needs_engines(self._settings) else 1
        while batch := list(islice(reader, size)):
            results = self._run([(self._settings, text.to_source_file()) for text in batch])
            yield from map(with_grouped_issues, results)
        if reader.error is not None:
            raise reader.error

    def fix(self, text: Text, policy: FixPolicy) -> CorrectedText:
        """Return a text with the fixes that the policy allows.

        Raises InputError if the policy needs a glossary and there is none.
        """
        if policy.terms_only and self._choices.glossary is None:
            raise InputError("normalize needs a glossary: make the linter with glossary=.")
        settings = policy.restrict(self._settings)
        file = text.to_source_file()

        def relint(data: bytes) -> FileResult:
            return self._lint(replace(file, data=data), settings)

        result = self._lint(file, settings)
        fixed = fix_file(result, policy, relint)
        notices = tuple(dict.fromkeys((*result.notices, *fixed.notices)))
        return CorrectedText(fixed.data.decode("utf-8"), fixed.fix_count, notices)

    def review(self, text: Text) -> str:
        """Return a page for the review of a text, next to its source if that is known."""
        from editkit.linting.suppression.rule_index import rules_by_id  # noqa: PLC0415  (only the page needs them)
        from editkit.reviewing.page import render  # noqa: PLC0415  (as above)
        from editkit.reviewing.reviewed_result import as_reviewed  # noqa: PLC0415  (as above)

        result = self._lint(text.to_source_file(), self._settings.for_review())
        result = as_reviewed(result)
        with single_file(text.uri, "cannot be shown"):
            return render([result], rules=rules_by_id())

    def collect(self, text: Text) -> Counts:
        """Return the counts of a text; raise InputError if it cannot be read."""
        file, glossary = text.to_source_file(), self._choices.glossary
        return Counts(self._session.collect(self._settings, file, glossary), self._counted)

    def merge(self, counts: Iterable[Counts]) -> Counts:
        """Return the sum of counts."""
        return merge_counts(self._counted, counts)

    def report(self, text: Text, counts: Counts) -> FileResult:
        """Return the result of a text, compared with all texts in `counts`."""
        counts.check_options(self._counted)
        file, glossary = text.to_source_file(), self._choices.glossary
        result = self._session.report(self._settings, file, counts.corpus, glossary)
        return with_grouped_issues(self._with_notices(_readable(result)))

    def lint_paths(self, paths: Paths) -> Iterator[FileResult]:
        """Yield the result of each file, with the settings of its nearest configuration file."""
        names = list(map(_as_path, paths))
        found = find_files(names, Configuration(self._choices.fields))
        yield from map(with_grouped_issues, self._run(found.files, found.notices))

    def _lint(self, file: SourceFile, settings: Settings) -> FileResult:
        [result] = self._run([(settings, file)])
        return _readable(result)

    def _run(
        self, files: Sequence[tuple[Settings, SourceFile]], run_notices: tuple[Notice, ...] = ()
    ) -> Iterator[FileResult]:
        for result in self._session.run(files, self._choices.glossary, notices=run_notices):
            yield self._with_notices(result)

    def _with_notices(self, result: FileResult) -> FileResult:
        notices = self._choices.notices
        return replace(result, notices=notices + result.notices) if notices else result

    @cached_property
    def _counted(self) -> str:
        return counted_options(self._choices)


def _as_path(path: object) -> str:
    if not isinstance(path, str | os.PathLike):
        raise TypeError(f"a path is a str or an os.PathLike, not {type(path).__name__}")
    return os.fspath(path)


def _readable(result: FileResult) -> FileResult:
    """Return a result; raise InputError if the text could not be read."""
    if result.package is None:
        raise InputError(result.notices[-1].message, uri=result.uri)
    return result


class _Reader(Iterator[Text]):
    """An iterator that ends where the texts raise an error, and keeps the error."""

    def __init__(self, texts: Iterable[str | Text]) -> None:
        self.error: Exception | None = None
        self._texts = iter(texts)

    def __next__(self) -> Text:
        if self.error is None:
            try:
                return as_text(next(self._texts))
            except StopIteration:
                raise
            except Exception as error:  # noqa: BLE001  (raised again after the last result)
                self.error = error
        raise StopIteration


def refuse_lone(value: object, function: str) -> None:
    """Raise TypeError for what is not iterable.

    A lone path or text is an error as well: its characters would be taken for several.
    """
    if isinstance(value, str | bytes | os.PathLike):
        shown = reprlib.repr(value)
        raise TypeError(f"{function} takes an iterable: write {function}([{shown}])")
    if not isinstance(value, Iterable):
        raise TypeError(f"{function} takes an iterable, not {type(value).__name__}")
