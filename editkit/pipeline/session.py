"""Runs that share what is expensive to make: compiled glossaries, checks and open engines."""

from collections import OrderedDict
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Self

from editkit.config import Settings
from editkit.core.glossary import Glossary
from editkit.core.result import FileResult, Notice
from editkit.pipeline.examine import examine, parse
from editkit.pipeline.read import Found
from editkit.pipeline.workbench import Workbench, engines_wanted, prepare

Progress = Callable[[int, int], None]
Key = tuple[Settings, object]
_KEPT = 8
"""How many workbenches are kept; one more lets the one asked for longest ago go."""


class Session:
    """Keeps workbenches between runs; a context manager that lets them go at its end.

    Serves several threads. `progress` is told how many bytes of an engine have
    come, and of how many.
    """

    def __init__(self, progress: Progress = lambda *_: None) -> None:
        self._benches: OrderedDict[Key, Workbench] = OrderedDict()
        self._progress = progress
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

    def run(
        self, files: Sequence[tuple[Settings, Found]], glossary: Glossary | None = None
    ) -> Generator[FileResult, None, None]:
        """Yield the result of each file, in order, each under its own settings.

        `glossary` stands in for the glossary files of the settings. Raises
        InputError for a glossary that cannot be read, before any file is.
        """
        for settings in list(dict.fromkeys(settings for settings, _ in files))[:_KEPT]:
            with self._bench(settings, glossary):
                pass
        for settings, group in groupby(files, key=itemgetter(0)):
            with self._bench(settings, glossary) as bench:
                yield from _results(bench, [found for _, found in group])

    @contextmanager
    def _bench(self, settings: Settings, glossary: Glossary | None) -> Iterator[Workbench]:
        """Lend the workbench of `settings`, which is not let go while it is in use."""
        # By identity: to hash a large glossary takes longer than to check an article.
        key = (settings, _versions(settings) if glossary is None else id(glossary))
        with self._lock:
            bench = self._benches[key] = self._benches.get(key) or self._made(settings, glossary)
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
            _open(bench, self._progress)
        return bench

    def _let_go(self, bench: Workbench) -> None:
        if not bench.users:
            bench.close()


def _versions(settings: Settings) -> object:
    """Return what changes when a glossary file does."""
    files = map(Path, settings.glossaries)
    stats = (file.stat() for file in files if file.exists())
    return tuple((stat.st_mtime_ns, stat.st_size) for stat in stats)


def _open(bench: Workbench, progress: Progress) -> None:
    from editkit.engines.choose import open_engines  # noqa: PLC0415  (term-only runs go without)
    from editkit.engines.provision import EngineSettings  # noqa: PLC0415  (as above)
    from editkit.pipeline.ahead import Crew  # noqa: PLC0415  (as above)

    wanted = bench.settings
    try:
        opened = open_engines(
            wanted.engine,
            bench.setup,
            EngineSettings(url=wanted.languagetool_url, offline=wanted.offline),
            progress=progress,
        )
    except Exception as error:  # noqa: BLE001  (whatever an engine does, editkit's checks go on)
        why = f"No engine could be opened: {type(error).__name__}: {error}."
        bench.notices += (Notice(why),)
        return
    bench.engines, bench.reports = opened.engines, opened.reports
    bench.crews = tuple(Crew(engine.name) for engine in opened.engines)
    bench.notices += opened.notices


def _results(bench: Workbench, files: Iterable[Found]) -> Generator[FileResult, None, None]:
    parsed = (parse(found, bench.settings.lang) for found in files)
    if not bench.engines:
        for each in parsed:
            yield examine(each, bench, ())
        return
    from editkit.pipeline.ahead import Ahead, Feed  # noqa: PLC0415  (as above)

    feed = Feed(parsed, len(bench.engines) + 1)
    *theirs, ours = feed.readers
    said = [
        Ahead(engine, crew, reader)
        for engine, crew, reader in zip(bench.engines, bench.crews, theirs, strict=True)
    ]
    try:
        for each in ours:
            yield examine(each, bench, [each.next for each in said])
    finally:
        for engine in said:
            engine.give_up()
