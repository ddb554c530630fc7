"""The results of files that are checked with one workbench, remembered or found out."""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING

from editkit.config import Settings
from editkit.core.document import Document
from editkit.core.result import FileResult
from editkit.linting.discovery import Found, hold, package_of
from editkit.linting.lint_file import Outcome, Parsed, examine, parse
from editkit.linting.toolset import Workbench

if TYPE_CHECKING:
    from editkit.cache.results import Recall
    from editkit.linting.process_pool import Team


@dataclass(frozen=True, slots=True)
class Remembered:
    """A file of which nothing is left to be found out."""

    found: Found
    documents: tuple[Document, ...] = ()


def remembered(
    recall: "Recall | None", settings: Settings, files: Iterator[Found]
) -> Generator[FileResult, None, Iterator[Found] | None]:
    """Yield what is remembered, up to the first file of which nothing is; return what is left."""
    if recall is None:
        return files
    for found in files:
        held = hold(found)
        if (result := recall.result(settings, held)) is None:
            return chain((held,), files)
        yield result
    return None


def results(
    bench: Workbench, files: Iterable[Found], recall: "Recall | None", team: "Team | None" = None
) -> Generator[FileResult, None, None]:
    """Yield the result of each file; what is found out is kept for `recall`.

    `team` checks them where no engine does: an engine takes far longer than
    all checks, which are done meanwhile.
    """
    read = _read(bench.settings, files, recall)
    if team is not None and not bench.engines:
        yield from _shared(bench, read, recall, team)
        return
    items = (_parsed(each, bench) for each in read)
    if not bench.engines:
        for each in items:
            yield _result(each, bench, (), recall)
        return
    from editkit.linting.engine_pump import Ahead, Feed  # noqa: PLC0415  (as above)

    feed = Feed(items, len(bench.engines) + 1)
    *theirs, ours = feed.readers
    said = [
        Ahead(engine, crew, reader)
        for engine, crew, reader in zip(bench.engines, bench.crews, theirs, strict=True)
    ]
    try:
        for each in ours:
            yield _result(each, bench, [each.next for each in said], recall)
    finally:
        for engine in said:
            engine.give_up()


def _shared(
    bench: Workbench,
    read: Iterator[Found | Remembered],
    recall: "Recall | None",
    team: "Team",
) -> Generator[FileResult, None, None]:
    first = list(islice(read, 2))
    if len(first) == 1:  # not worth a process
        yield _result(_parsed(first[0], bench), bench, (), recall)
        return
    for item, answer in team.map(bench.settings, chain(first, read)):
        package = None
        if isinstance(item, Found) and answer is not None:
            package = package_of(item, bench.settings.lang)
        if answer is None or package is None:
            yield _result(_parsed(item, bench), bench, (), recall)
            continue
        result = answer.result(package, bench)
        if recall is not None:
            recall.keep(bench.settings, result)
        yield result


def _read(
    settings: Settings, files: Iterable[Found], recall: "Recall | None"
) -> Iterator[Found | Remembered]:
    for found in files:
        held = hold(found)
        known = recall is not None and recall.has(settings, held)
        yield Remembered(found) if known else held


def _parsed(item: Found | Remembered, bench: Workbench) -> Parsed | Remembered:
    return parse(item, bench.settings.lang) if isinstance(item, Found) else item


def _result(
    item: Parsed | Remembered,
    bench: Workbench,
    engines: Sequence[Callable[[], Outcome]],
    recall: "Recall | None",
) -> FileResult:
    if isinstance(item, Parsed):
        result = examine(item, bench, engines)
    elif recall and (known := recall.result(bench.settings, hold(item.found))):
        return known
    else:  # it was given up, or is damaged, or the file is another by now
        [result] = results(bench, (item.found,), None)
    if recall is not None:
        recall.keep(bench.settings, result)
    return result
