"""Whatever fails in one file makes it not read: `lint`, `fix`, baselines, cache, processes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Editkit
from tests.cli.failing import BARE, PANIC, Break, articles, break_for_b

__all__ = ["articles", "break_for_b"]  # fixtures
pytestmark = pytest.mark.usefixtures("articles")


@pytest.fixture(params=[PANIC, RecursionError("too deep"), MemoryError(), ValueError("odd")])
def error(request: pytest.FixtureRequest) -> BaseException:
    found = request.param
    assert isinstance(found, BaseException)
    return found


READING = ("editkit.linting.lint_file", "segment")
CHECKING = ("editkit.linting.lint_file", "merge_duplicates")


@pytest.mark.parametrize("stage", [READING, CHECKING])
@pytest.mark.parametrize("options", [(), ("--together",)])
def test_lint(
    editkit: Editkit,
    break_for_b: Break,
    error: BaseException,
    stage: tuple[str, str],
    options: tuple[str, ...],
) -> None:
    break_for_b(*stage, error)

    ran = editkit("lint", *BARE, *options, "a.txt", "b.txt", "c.txt")

    assert (ran.code, ran.err) == (2, "")
    assert ran.out.count("repeated-word") == 2
    problem = "read" if stage == READING else "checked"
    assert f"b.txt: not read: This file cannot be {problem}: {type(error).__name__}" in ran.out
    assert ran.out.endswith("; 1 file not read\n")


@pytest.mark.parametrize(
    ("form", "function", "is_on_stderr"),
    [
        ("text", ("editkit.report.text", "_issue"), False),
        ("json", ("editkit.core.result", "FileResult.to_dict"), True),
        ("jsonl", ("editkit.core.result", "DocumentResult.issue_dicts"), True),
        ("github", ("editkit.report.github", "_issue_lines"), True),
    ],
)
def test_reports(
    editkit: Editkit,
    break_for_b: Break,
    form: str,
    function: tuple[str, str],
    *,
    is_on_stderr: bool,
) -> None:
    break_for_b(*function)

    ran = editkit("lint", *BARE, "--format", form, "a.txt", "b.txt", "c.txt")

    assert ran.code == 2
    assert ran.out.count("Repeated word. Delete the second") == 2
    sentence = "This file cannot be reported: PanicException: boom."
    assert (sentence in ran.err) == is_on_stderr
    assert (sentence in ran.out) == (form != "jsonl")
    if form == "json":
        report = json.loads(ran.out)
        assert report["summary"]["issues"] == 2
        assert [file["path"] for file in report["files"]] == ["a.txt", "c.txt"]
    if form == "text":
        assert "3 files" not in ran.out
        assert editkit("lint", *BARE, "-q", "a.txt", "b.txt").err.count(sentence) == 1


@pytest.mark.parametrize(
    ("function", "problem"),
    [
        (READING, "cannot be read"),
        (CHECKING, "cannot be checked"),
        (("editkit.fixing.fix_loop", "apply_fixes"), "cannot be corrected"),
        (("editkit.cli.correction", "unified_diff"), "cannot be shown as a diff"),
    ],
)
def test_fix_and_normalize(
    editkit: Editkit, break_for_b: Break, function: tuple[str, str], problem: str
) -> None:
    break_for_b(*function)

    ran = editkit("fix", *BARE, "a.txt", "b.txt", "c.txt")

    assert ran.code == 2
    assert ran.out.count("\n-The the plan") == 2
    assert ran.err == f"editkit: b.txt: This file {problem}: PanicException: boom.\n"


def test_fix_write(editkit: Editkit, break_for_b: Break, tmp_path: Path) -> None:
    break_for_b("editkit.cli.correction", "write_atomically")

    ran = editkit("fix", *BARE, "--write", "a.txt", "b.txt", "c.txt")

    assert ran.code == 2
    assert "b.txt: This file cannot be written: PanicException: boom." in ran.err
    texts = [(tmp_path / f"{letter}.txt").read_text() for letter in "abc"]
    assert texts == ["The plan a.\n", "The the plan b.\n", "The plan c.\n"]


def test_baselines(editkit: Editkit, break_for_b: Break) -> None:
    lint = ("lint", *BARE, "--baseline", "known.json", "a.txt", "b.txt", "c.txt")
    assert editkit(*lint, "--write-baseline").code == 0
    assert editkit(*lint).code == 0
    break_for_b("editkit.baseline.filter", "_match_entries")

    ran = editkit(*lint)

    assert ran.code == 2
    assert "b.txt: not read: This file cannot be compared with the baseline: Panic" in ran.out


def test_a_failing_cache_costs_time_only(
    editkit: Editkit, break_for_b: Break, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("EDITKIT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("EDITKIT_CACHE_SIZE", "10")
    lint = ("lint", "--engine", "none", "--select", "repeated-word", "a.txt", "b.txt", "c.txt")
    expected = editkit(*lint)
    for function in (
        ("editkit.cache.results", "CompactResult.restore"),
        ("editkit.cache.results", "compress"),
        ("editkit.cache.results", "CachedResults.get"),
    ):
        break_for_b(*function)
        assert editkit(*lint) == expected


@pytest.mark.live
@pytest.mark.parametrize("options", [(), ("--together",), ("--jobs", "2")])
def test_a_capital_an_ideographic_space_and_a_period(
    editkit: Editkit, tmp_path: Path, options: tuple[str, ...]
) -> None:
    """Sentencex panics on these characters."""
    text = "They chose plan A\u3000. It worked. The the U.S\u00a0. “Plan B\u00a0.” J\u2003.\n"
    (tmp_path / "b.txt").write_text(text, encoding="utf-8")

    ran = editkit("lint", *BARE, *options, "a.txt", "b.txt", "c.txt")

    assert (ran.code, ran.err, ran.out.count("repeated-word")) == (1, "", 3)
    if not options:
        assert editkit("fix", *BARE, "--write", "a.txt", "b.txt", "c.txt").code == 0
        assert editkit("review", *BARE, "-o", "page.html", "b.txt").code == 0
        assert editkit("glossary", "mine", "b.txt").code == 0


WORKERS = """
import sys
from editkit.cli import run
for command in (
    ["lint", "--jobs", "2", "a.txt", "b.txt", "c.txt"],
    ["fix", "--jobs", "2", "a.txt", "b.txt", "c.txt"],
):
    print(run([*command, "--engine", "none", "--no-cache", "--select", "repeated-word"]))
"""
SITE = """
import editkit.linting.compact_result as compact_result
import editkit.text.segmenter as segmenter
segment = segmenter.segment
class PanicException(BaseException):
    pass
def broken(document):
    if "plan b" in document.text:
        raise PanicException("boom")
    return segment(document)
segmenter.segment = broken
def panic(*_):
    raise PanicException("a result that cannot be sent")
compact_result.compress = panic
"""


@pytest.fixture
def site(tmp_path: Path) -> dict[str, str]:
    """Return an environment in which each Python process, also a worker, panics on b.txt."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(SITE, encoding="utf-8")
    return {**os.environ, "PYTHONPATH": f"{folder}{os.pathsep}{Path(__file__).parents[2]}"}


@pytest.mark.live
def test_worker_processes(tmp_path: Path, site: dict[str, str]) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", WORKERS],
        cwd=tmp_path,
        env=site,
        capture_output=True,
        text=True,
        check=False,
    )

    sentence = "This file cannot be read: PanicException: boom."
    lint, _, fix = ran.stdout.partition("\n2\n")
    assert f"b.txt: not read: {sentence}\n" in lint
    assert lint.count("repeated-word") == 2
    assert fix.count("\n+The plan") == 2
    assert fix.endswith("\n2\n")
    assert ran.stderr == f"editkit: b.txt: {sentence}\n"
