"""Tests of corpus counts that were collected in other processes."""

import os
import pickle
import subprocess
import sys
from collections.abc import Sequence
from functools import reduce
from pathlib import Path

import pytest

from editkit.config import Settings
from editkit.core.result import FileResult
from editkit.linting.corpus import CorpusAnalysis
from editkit.linting.corpus_counts import CorpusCounts
from editkit.linting.files.source_file import SourceFile
from editkit.linting.lint_file import lint_file, parse
from editkit.linting.session import Session
from editkit.linting.toolset import build_toolset

SETTINGS = Settings(engine="none", select=("consistency",), min_severity=None)
ARTICLES = sorted((Path(__file__).parents[2] / "corpus").glob("*.txt"))

COLLECT = """
import pickle, sys
from editkit.linting.corpus import CorpusAnalysis
from editkit.linting.lint_file import parse
from editkit.linting.toolset import build_toolset

files = pickle.load(sys.stdin.buffer)
analysis = CorpusAnalysis(files)
for settings, file in analysis.files:
    for document in parse(file, settings.lang).documents:
        analysis.collect(build_toolset(settings), document)
sys.stdout.buffer.write(pickle.dumps(analysis.counts))
"""

Files = Sequence[tuple[Settings, SourceFile]]


def collect_in_child(files: Files, seed: int) -> CorpusCounts:
    """Return the counts that another process, with another hash seed, has collected."""
    run = subprocess.run(
        [sys.executable, "-c", COLLECT],
        input=pickle.dumps(files),
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": str(seed)},
    )
    counts = pickle.loads(run.stdout)  # noqa: S301  (what the child has written)
    assert isinstance(counts, CorpusCounts)
    return counts


def report(files: Files, counts: CorpusCounts) -> list[FileResult]:
    analysis = CorpusAnalysis(files, counts)
    bound = analysis.bind(build_toolset(SETTINGS))
    return [lint_file(parse(file, SETTINGS.lang), bound, ()) for _, file in files]


def files_of(**texts: str) -> Files:
    return [
        (SETTINGS, SourceFile(name, data=text.encode(), format="plain"))
        for name, text in texts.items()
    ]


def count(files: Files) -> CorpusCounts:
    analysis = CorpusAnalysis(files)
    for settings, file in files:
        [document] = parse(file, settings.lang).documents
        analysis.collect(build_toolset(settings), document)
    return analysis.counts


@pytest.mark.live
def test_counts_of_other_processes_give_the_same_report() -> None:
    files = [(SETTINGS, SourceFile(str(path))) for path in ARTICLES]
    assert len(files) > 2
    with Session() as session:
        expected = list(session.run(files, together=True))
        alone = list(session.run(files))
    assert [r.issues for r in expected] != [r.issues for r in alone]

    shares = [collect_in_child(files[n::2], seed=n + 1) for n in range(2)]

    for order in (shares, shares[::-1]):
        assert report(files, reduce(CorpusCounts.merge, order)) == expected


def test_merging_changes_neither_of_the_counts() -> None:
    one, other = files_of(a="\n\nAn Off Track lost."), files_of(b="The Off-Track won. " * 3)
    first, second = count(one), count(other)

    for _ in range(2):
        [result] = report(one, first.merge(second))
        assert [p.issue.rule for p in result.issues] == ["inconsistent-variant"]
    [result] = report(one, first)
    assert result.issues == ()


def test_related_places_in_files_of_other_processes_have_no_line() -> None:
    one, other = files_of(a="\n\nAn Off Track lost."), files_of(b="\n\nThe Off-Track won. " * 3)

    [result] = report(one, count(one).merge(count(other)))

    [placed] = result.issues
    assert {related.uri for related in placed.issue.related} == {"b"}
    assert {location.line for location in placed.related} == {0}


def test_a_document_is_not_counted_twice() -> None:
    counts = count(files_of(a="An Off Track lost."))

    with pytest.raises(ValueError, match="a is counted twice"):
        counts.merge(counts)


def test_a_document_with_another_text_is_not_in_the_counts() -> None:
    counts = count(files_of(a="An Off Track lost.", b="The Off-Track won. " * 3))
    flagged = [
        [p.issue.rule for p in report(files_of(a=text), counts)[0].issues]
        for text in ("An Off Track lost.", "An Off Track lost again.")
    ]

    assert flagged == [["inconsistent-variant"], []]
