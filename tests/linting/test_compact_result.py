"""Tests of compact results: they are restored to equal results."""

import pickle
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from editkit.config import Settings
from editkit.core.document import Package
from editkit.core.result import EngineReport, EngineState, FileResult, Notice
from editkit.core.storage.codec import dump, load
from editkit.linting.compact_result import CommonResult, CompactResult, compress
from editkit.linting.files.source_file import SourceFile, read
from editkit.linting.session import Session

FOLDER = Path(__file__).parents[2] / "corpus"
ARTICLES = sorted((*FOLDER.glob("*.txt"), *FOLDER.glob("*.md")))
COMMON = CommonResult(
    (EngineReport("harper", "1", EngineState.RAN),), (Notice("The glossary has a column."),)
)
FAILURE = (EngineReport("harper", "1", EngineState.FAILED, "It is ill."),)


@pytest.fixture(scope="module")
def results() -> list[FileResult]:
    """The results of the corpus."""
    files = [(Settings(engine="none"), SourceFile(str(path))) for path in ARTICLES]
    with Session() as session:
        return [
            replace(result, engines=COMMON.engines, notices=COMMON.notices)
            for result in session.run(files)
        ]


@cache
def parsed(uri: str) -> Package:
    return read(SourceFile(uri), "en-US")


def without_segments(result: FileResult, package: Package) -> FileResult:
    parts = zip(result.documents, package.documents, strict=True)
    documents = tuple(replace(part, document=document) for part, document in parts)
    return replace(result, package=package, documents=documents)


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"engines": FAILURE, "notices": (*COMMON.notices, Notice("It is ill.", "a", "harper"))},
        {"notices": (*COMMON.notices, Notice("It failed.", "a", rule="repeated-word"))},
        {"suppressed": 2, "stale_baseline_entries": 1},
    ],
)
def test_a_result_is_restored_from_its_stored_and_its_pickled_form(
    results: list[FileResult], change: dict[str, object]
) -> None:
    for unchanged in results:
        result = replace(unchanged, **change)  # type: ignore[arg-type]
        package = parsed(result.uri)
        compact = compress(result, COMMON)

        stored = load(CompactResult, dump(compact))
        pickled = pickle.loads(pickle.dumps(compact))  # noqa: S301  (what was just written)

        assert stored == pickled == compact
        assert stored.restore(package, COMMON) == without_segments(result, package)


def test_another_file_is_not_restored(results: list[FileResult]) -> None:
    first, second, *_ = results
    compact = compress(first, COMMON)

    assert compact.restore(parsed(second.uri), COMMON) is None
    assert compact.restore(replace(parsed(first.uri), documents=()), COMMON) is None


def test_a_result_of_another_toolset_is_not_compressed(results: list[FileResult]) -> None:
    first, *_ = results

    with pytest.raises(ValueError, match="another toolset"):
        compress(replace(first, notices=()), COMMON)
