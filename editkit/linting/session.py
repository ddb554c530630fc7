"""Runs that share what is expensive to make: compiled glossaries, checks and open engines."""

from collections import OrderedDict
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import TYPE_CHECKING, Self

from editkit.config import Settings
from editkit.core.errors import INTERRUPTIONS
from editkit.core.glossary import Glossary
from editkit.core.result import FileResult, Notice
from editkit.linting.discovery import STDIN, Found, hold, remarked
from editkit.linting.lint_file import parse
from editkit.linting.runner import remembered, results
from editkit.linting.toolset import Workbench, engines_wanted, prepare

if TYPE_CHECKING:
    from editkit.baseline.filter import BaselineFilter
    from editkit.cache.results import Recall
    from editkit.cache.store import ResultCache
    from editkit.linting.corpus import Among
    from editkit.linting.process_pool import Team

Progress = Callable[[int, int], None]


def _nobody(_done: int, _of: int) -> None:
    """Tell nobody."""


Key = tuple[Settings, object]
_KEPT = 8
"""How many workbenches are kept; one more lets the one asked for longest ago go."""


class Session:
    """Keeps workbenches between runs; a context manager that lets them go at its end.

    Serves several threads. `progress` is told how many bytes of an engine have
    come, and of how many; `checked`, how many pieces one has checked, and of how
    many that it was given so far. Results are looked for in `cache`, and added to it.
    With more than one of `jobs`, as many processes check files, if no engine does.
    """

    def __init__(
        self,
        progress: Progress = _nobody,
        cache: "ResultCache | None" = None,
        jobs: int = 1,
        *,
        checked: Progress = _nobody,
    ) -> None:
        self._team = _team(jobs) if jobs > 1 else None
        self._benches: OrderedDict[Key, Workbench] = OrderedDict()
        self._cache = cache
        self._progress, self._checked = progress, checked
        # Reentrant: a run that was given up may be collected while its thread holds it.
        self._lock = RLock()

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
        """Let all engines go; a shared server lives on."""
        while self._benches:
            self._benches.popitem()[1].close()
        if self._team is not None:
            self._team.close()
        if self._cache is not None:
            self._cache.close()

    def run(
        self,
        files: Sequence[tuple[Settings, Found]],
        glossary: Glossary | None = None,
        *,
        together: bool = False,
    ) -> Generator[FileResult, None, None]:
        """Yield the result of each file, in order, each under its own settings.

        `glossary` stands in for the glossary files of the settings. With
        `together`, what stands in one file is compared with the others. Raises
        InputError for a glossary or baseline that cannot be read, before any
        file is.
        """
        hushes = _hushes(settings.baseline for settings, _ in files)
        with closing(self._found(files, glossary, together=together)) as found:
            for (settings, file), result in zip(files, found, strict=True):
                hush = hushes.get(settings.baseline)
                yield remarked(hush.apply(settings, result) if hush else result, file)

    def _found(
        self,
        files: Sequence[tuple[Settings, Found]],
        glossary: Glossary | None,
        *,
        together: bool,
    ) -> Generator[FileResult, None, None]:
        """Yield the result of each file with all that was found."""
        if together:  # the standard input can be read once only
            files = [(own, hold(found) if found.uri == STDIN else found) for own, found in files]
        recall = self._recall(files, glossary, together=together)
        for settings in list(dict.fromkeys(settings for settings, _ in files))[:_KEPT]:
            if recall is None or not recall.ready(settings):
                with self._bench(settings, glossary):
                    pass
        among: Among | None = None
        for settings, group in groupby(files, key=itemgetter(0)):
            left = yield from remembered(recall, settings, (found for _, found in group))
            if left is None:
                continue
            if together and among is None:
                among = self._among(files, glossary)
            with self._bench(settings, glossary) as bench:
                if recall is not None:
                    recall.opened(settings, bench)
                if among is None and glossary is None:
                    yield from results(bench, left, recall, self._team)
                else:  # what is at hand here is at hand in no other process
                    yield from results(among.seat(bench) if among else bench, left, recall)

    def _recall(
        self,
        files: Sequence[tuple[Settings, Found]],
        glossary: Glossary | None,
        *,
        together: bool,
    ) -> "Recall | None":
        # A glossary at hand has no bytes that it could be known by.
        if self._cache is None or glossary is not None:
            return None
        from editkit.cache.results import Recall  # noqa: PLC0415  (many remember nothing)

        if not together:
            return Recall(self._cache)
        from editkit.linting.corpus import scope  # noqa: PLC0415  (most files stand alone)

        return Recall(self._cache, scope(files))

    def _among(
        self, files: Sequence[tuple[Settings, Found]], glossary: Glossary | None
    ) -> "Among":
        """Return what the files say together, having read each once."""
        from editkit.linting.corpus import Among  # noqa: PLC0415  (most files stand alone)

        among = Among(files)
        for settings, group in groupby(among.files, key=itemgetter(0)):
            with self._bench(settings, glossary) as bench:
                for _, found in group:
                    for document in parse(found, settings.lang).documents:
                        among.collect(bench, document)
        return among

    @contextmanager
    def _bench(self, settings: Settings, glossary: Glossary | None) -> Iterator[Workbench]:
        """Lend the workbench of `settings`, which is not let go while it is in use."""
        # By identity: to hash a large glossary takes longer than to check an article.
        key = (settings, _versions(settings) if glossary is None else id(glossary))
        with self._lock:
            bench = self._benches.get(key)
            if bench is not None and any(engine.spent for engine in bench.engines):
                self._let_go(self._benches.pop(key))
                bench = None
            bench = self._benches[key] = bench or self._made(settings, glossary)
            bench.users += 1
            self._benches.move_to_end(key)
            if len(self._benches) > _KEPT:
                _, oldest = self._benches.popitem(last=False)
                self._let_go(oldest)
        try:
            yield bench
        finally:
            with self._lock:
                bench.users -= 1
                if bench not in self._benches.values():
                    self._let_go(bench)

    def _made(self, settings: Settings, glossary: Glossary | None) -> Workbench:
        bench = prepare(settings, glossary)
        if engines_wanted(settings):
            cache = self._cache if settings.cache else None
            _open(bench, self._progress, cache, self._checked)
        return bench

    def _let_go(self, bench: Workbench) -> None:
        if not bench.users:
            bench.close()


def _versions(settings: Settings) -> object:
    """Return what changes when a glossary file, a pack or a word list does."""
    files = map(Path, settings.tables)  # the other packs change with editkit's files
    stats = (file.stat() for file in files if file.exists())
    return tuple((stat.st_mtime_ns, stat.st_size) for stat in stats)


def _hushes(baselines: Iterable[str | None]) -> "dict[str | None, BaselineFilter]":
    """Return what each baseline takes away; raise InputError for one that cannot be read."""
    named = dict.fromkeys(each for each in baselines if each)
    if not named:
        return {}
    from editkit.baseline.filter import load_filter  # noqa: PLC0415  (most runs have none)

    return {each: load_filter(each) for each in named}


def _team(jobs: int) -> "Team":
    from editkit.linting.process_pool import Team  # noqa: PLC0415  (one process is enough for most)

    return Team(jobs)


def _open(
    bench: Workbench, progress: Progress, cache: "ResultCache | None", checked: Progress
) -> None:
    from editkit.engines.languagetool.provision import EngineSettings  # noqa: PLC0415  (as above)
    from editkit.engines.registry import open_engines  # noqa: PLC0415  (term-only runs go without)
    from editkit.linting.engine_pump import Crew  # noqa: PLC0415  (as above)

    wanted = bench.settings
    try:
        opened = open_engines(
            wanted.engine,
            bench.setup,
            EngineSettings(url=wanted.languagetool_url, offline=wanted.offline),
            progress=progress,
            store=cache,
            checked=checked,
        )
    except INTERRUPTIONS:
        raise
    except BaseException as error:  # noqa: BLE001  (whatever an engine does, editkit's checks go on)
        bench.notices += (Notice(f"No engine could be opened: {type(error).__name__}: {error}."),)
        return
    bench.engines, bench.reports = opened.engines, opened.reports
    bench.crews = tuple(Crew(engine.name) for engine in opened.engines)
    bench.notices += opened.notices
