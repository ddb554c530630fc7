"""Linter: lints, fixes, normalizes and reviews texts with options that are read once."""

import os
import weakref
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Self, Unpack

from editkit.api.counts import Counts
from editkit.api.names import FormatName, PluginName
from editkit.api.operations import Operations, refuse_lone
from editkit.api.options import (
    Choices,
    GlossarySource,
    Options,
    Paths,
    check_data_files,
    read_options,
    with_loaded_glossary,
)
from editkit.api.text import TEXT_URI, CorrectedText, Text
from editkit.baseline import load_filter
from editkit.core.errors import InputError
from editkit.core.result import FileResult
from editkit.fixing.fix_loop import FixPolicy
from editkit.linting.session import Session
from editkit.linting.toolset_pool import ClosedError


class Linter:
    """Lints many texts with one glossary and one set of options; a context manager.

    Make one and keep it: the glossary is read when the linter is made, and compiled glossaries,
    checks and engines are kept until `close`. Thread-safe. A pickle has the options and the
    glossary, not the engines, so an unpickled linter works in another process; files of
    `words` and `packs` must exist there. So does a linter in a forked child: the child opens
    engines and processes of its own, and those of its parent keep running.

    `jobs` processes check the texts of `lint_many` and the files of `lint_paths`, unless an
    engine runs. They are spawned, so a script needs `if __name__ == "__main__":`.

    Raises InputError for an invalid option, and for a glossary, word list or pack file that
    cannot be read; TypeError if `jobs` or `glossary` is of another type.
    """

    def __init__(
        self,
        *,
        glossary: GlossarySource | None = None,
        jobs: int = 1,
        **options: Unpack[Options],
    ) -> None:
        if isinstance(jobs, bool) or not isinstance(jobs, int):
            raise TypeError(f"jobs is a number of processes, an int, not {type(jobs).__name__}")
        if jobs < 1:
            raise InputError(f"jobs is a number of processes, at least 1, not {jobs}.")
        choices = with_loaded_glossary(read_options(glossary, options))
        check_data_files(choices)
        self._open(choices, jobs)

    def _open(self, choices: Choices, jobs: int) -> None:
        session = Session(jobs=jobs, load_filter=load_filter)
        self._choices, self._jobs = choices, jobs
        self._operations = Operations(session, choices)
        # Also closes a linter that is dropped, or still open when the process ends.
        self._close_session = weakref.finalize(self, session.close)

    def __reduce__(self) -> tuple[object, ...]:
        """Return how to make a linter with the same options and glossary."""
        return _reopen, (self._choices, self._jobs)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close engines and end processes; any later use raises ValueError.

        A text that another thread lints is finished, and then its engine is closed. The next
        result of a `lint_many` or `lint_paths` that is not at its end raises ValueError.
        """
        self._close_session()

    def lint(
        self,
        text: str,
        *,
        source: str | None = None,
        format: FormatName | PluginName = "plain",  # noqa: A002  (the name of the command-line option)
        uri: str = TEXT_URI,
    ) -> FileResult:
        """Return the result of linting a text; `result.issues` are sorted by position.

        `source` is the text that it was translated from, for checks that compare both. No
        configuration file is read. Raises InputError if the text cannot be read.
        """
        return self._ready().lint(Text(text, uri, format, source))

    def lint_many(self, texts: Iterable[str | Text]) -> Iterator[FileResult]:
        """Yield the result of each text, in order; `texts` may be endless.

        A text is read when its result is asked for, or up to 64 texts earlier if an engine or
        several processes work on them. For a text that cannot be read, the `package` of the
        result is None and its `notices` say why.
        """
        refuse_lone(texts, "lint_many")
        results = self._ready().lint_many(texts, parallel=self._jobs > 1)
        return self._while_open(results)

    def fix(
        self,
        text: str,
        *,
        format: FormatName | PluginName = "plain",  # noqa: A002  (as above)
        unsafe: bool = False,
    ) -> str:
        """Return a text with every safe fix applied; with `unsafe`, all fixes."""
        return self.correct(text, format=format, unsafe=unsafe).text

    def normalize(
        self,
        text: str,
        *,
        format: FormatName | PluginName = "plain",  # noqa: A002  (as above)
        unsafe: bool = False,
    ) -> str:
        """Return a text with the glossary's safe corrections; with `unsafe`, all of them.

        Starts no engine. Normalizing the returned text again does not change it. Raises
        InputError if the linter has no glossary.
        """
        return self.correct(text, format=format, unsafe=unsafe, terms_only=True).text

    def correct(
        self,
        text: str,
        *,
        format: FormatName | PluginName = "plain",  # noqa: A002  (as above)
        unsafe: bool = False,
        terms_only: bool = False,
    ) -> CorrectedText:
        """Return a text as `fix` does, with the number of fixes and the notices of the run.

        With `terms_only`, returns it as `normalize` does.
        """
        return self._ready().fix(Text(text, format=format), FixPolicy(unsafe, terms_only))

    def review(
        self,
        text: str,
        *,
        source: str | None = None,
        format: FormatName | PluginName = "plain",  # noqa: A002  (as above)
        uri: str = TEXT_URI,
    ) -> str:
        """Return a self-contained HTML page for accepting or rejecting each proposed edit.

        `source` is the text that this one was translated from. Its paragraphs are shown next
        to the edits if both texts have as many; otherwise the page says why they are not.
        """
        return self._ready().review(Text(text, uri, format, source))

    def lint_paths(self, paths: Paths) -> Iterator[FileResult]:
        """Yield the result of each file that `paths` match, one at a time.

        Each file is linted with the settings of its nearest configuration file, except for
        its `engine`; the options of the linter take precedence. For a file that cannot be
        read, the `package` of the result is None and its `notices` say why. Raises InputError
        for an invalid configuration file.
        """
        refuse_lone(paths, "lint_paths")
        return self._while_open(self._ready().lint_paths(paths))

    def collect(
        self,
        text: str,
        *,
        uri: str,
        format: FormatName | PluginName = "plain",  # noqa: A002  (as above)
    ) -> Counts:
        """Return what the first step of comparing texts counts in one of them.

        `uri` must be different for each text. Starts no engine. The counts of all texts,
        merged, go to `report`. Raises InputError if the text cannot be read.
        """
        return self._ready().collect(Text(text, uri, format))

    def merge(self, counts: Iterable[Counts]) -> Counts:
        """Return the counts of several texts as one, read one by one, in any order.

        Raises ValueError for a text that is counted twice, and for counts of a linter with
        other options.
        """
        return self._ready().merge(counts)

    def report(
        self,
        text: str,
        counts: Counts,
        *,
        uri: str,
        source: str | None = None,
        format: FormatName | PluginName = "plain",  # noqa: A002  (as above)
    ) -> FileResult:
        """Return the result of linting a text, compared with all texts in `counts`.

        The text and `uri` must be those given to `collect`, and `format` must give the same
        prose; otherwise raises ValueError. Places in other texts have offsets, but no line.
        """
        return self._ready().report(Text(text, uri, format, source), counts)

    def _ready(self) -> Operations:
        if not self._close_session.alive:
            raise ClosedError
        return self._operations

    def _while_open(self, results: Iterator[FileResult]) -> Iterator[FileResult]:
        self._ready()
        pid = os.getpid()
        for result in results:
            yield result
            self._ready()
            if pid != os.getpid():
                raise ValueError("These results belong to the process that asked for them.")


def _reopen(choices: Choices, jobs: int) -> Linter:
    linter = Linter.__new__(Linter)
    linter._open(choices, jobs)  # noqa: SLF001  (a constructor)
    return linter
