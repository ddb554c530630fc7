"""Whatever fails in one file makes it not read: one sentence, exit code 2, the others go on."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from editkit.core.document import Document
from editkit.languages.en.noun_phrases import NounPhrase, noun_phrases
from editkit.reviewing.decisions import read_decisions
from tests.cli.conftest import Editkit

BARE = ("--engine", "none", "--no-cache", "--select", "repeated-word")


class PanicException(BaseException):
    """A replacement for pyo3's PanicException, which cannot be imported."""


PANIC = PanicException("boom")
Break = Callable[..., None]


@pytest.fixture(autouse=True)
def articles(editkit: Editkit, tmp_path: Path) -> list[str]:
    """Make three articles with an issue each; returns their names."""
    assert editkit("--version").code == 0
    names = [f"{letter}.txt" for letter in "abc"]
    for name in names:
        (tmp_path / name).write_text(f"The the plan {name[0]}.\n", encoding="utf-8")
    return names


@pytest.fixture
def break_for_b(monkeypatch: pytest.MonkeyPatch) -> Break:
    """Make a function raise an error when it is called for the file b.txt."""

    def patch(module: str, name: str, error: BaseException = PANIC) -> None:
        owner: Any = import_module(module)
        *path, name = name.split(".")
        for each in path:
            owner = getattr(owner, each)
        original = getattr(owner, name)

        def broken(*args: object, **options: object) -> object:
            shown = repr((args, options))
            is_about_b = "b.txt" in shown or "plan b" in shown
            if is_about_b and "package=None" not in shown:
                raise error
            return original(*args, **options)

        monkeypatch.setattr(owner, name, broken)

    return patch


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
    assert ran.out.count("is written twice") == 2
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


@pytest.mark.parametrize(
    ("function", "problem"),
    [
        (READING, "cannot be read"),
        (CHECKING, "cannot be checked"),
        (("editkit.reviewing.page", "article"), "cannot be shown"),
        (("editkit.reviewing.page.model", "_items"), "cannot be shown"),
    ],
)
def test_review(
    editkit: Editkit,
    break_for_b: Break,
    tmp_path: Path,
    function: tuple[str, str],
    problem: str,
) -> None:
    break_for_b(*function)

    ran = editkit("review", *BARE, "-o", "page.html", "a.txt", "b.txt", "c.txt")

    assert ran.code == 2
    sentence = f"This file {problem}: PanicException: boom."
    assert ran.err.splitlines()[0] == f"editkit: b.txt: {sentence}"
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert sentence in page
    assert len(set(re.findall('data-edit="([^"]+)"', page))) == 2


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


def test_apply(editkit: Editkit, break_for_b: Break, tmp_path: Path) -> None:
    path = _write_decisions(tmp_path)
    for function, problem in (
        (("editkit.report.unified_diff", "unified_diff"), "cannot be shown as a diff"),
        (("editkit.reviewing.plan", "apply_splices"), "cannot be changed"),
    ):
        break_for_b(*function)
        ran = editkit("apply", path, "--dry-run")
        assert (ran.code, ran.out.count("\n+The plan")) == (2, 2)
        assert ran.err == f"editkit: b.txt: This file {problem}: PanicException: boom.\n"

    ran = editkit("apply", path)

    assert ran.code == 2
    assert ran.out == "a.txt: 1 edit made\nc.txt: 1 edit made\n"
    assert (tmp_path / "b.txt").read_text() == "The the plan b.\n"
    assert (tmp_path / "c.txt").read_text() == "The plan c.\n"


def _write_decisions(folder: Path) -> str:
    files = []
    for name in ("a.txt", "b.txt", "c.txt"):
        edit = {"start": 0, "end": 7, "before": "The the", "replacement": "The"}
        decision = {"edit": name, "rule": None, "fingerprint": None, "state": "rewritten"}
        digest = sha256((folder / name).read_bytes()).hexdigest()
        entry = {"path": name, "sha256": digest, "decisions": [{**decision, "edits": [edit]}]}
        files.append(entry)
    tool = {"name": "editkit", "version": "0"}
    value = {"schema": "editkit.decisions/1", "tool": tool, "files": files}
    path = folder / "decisions.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    assert len(read_decisions(str(path)).files) == 3
    return str(path)


def phrases_until_b_fails(document: Document) -> Iterator[NounPhrase]:
    phrases = list(noun_phrases(document))
    yield from phrases[: len(phrases) // 2]
    if document.uri == "b.txt":
        raise PANIC
    yield from phrases[len(phrases) // 2 :]


def test_glossary_mine(editkit: Editkit, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for letter in "abc":
        text = f"The ferry terminal opened in plan {letter}.\n" * 4
        (tmp_path / f"{letter}.txt").write_text(text, encoding="utf-8")
    monkeypatch.setattr("editkit.termbase.term_counts.noun_phrases", phrases_until_b_fails)

    mine = ("glossary", "mine", "--min-count", "1")

    ran = editkit(*mine, "a.txt", "b.txt", "c.txt")

    assert ran.code == 2
    assert ran.err == "editkit: b.txt: This file cannot be counted: PanicException: boom.\n"
    assert ran.out == editkit(*mine, "a.txt", "c.txt").out


@pytest.mark.parametrize(
    ("function", "problem"),
    [
        (("editkit.termbase.table", "read_table"), "cannot be read"),
        (("editkit.termbase.audit", "_check_preferred"), "cannot be checked"),
    ],
)
def test_glossary_check(
    editkit: Editkit, break_for_b: Break, tmp_path: Path, function: tuple[str, str], problem: str
) -> None:
    for name in ("a.csv", "b.txt.csv", "c.csv"):
        (tmp_path / name).write_text(f"term\n{name}\n", encoding="utf-8")
    break_for_b(*function)

    ran = editkit("glossary", "check", "a.csv", "b.txt.csv", "c.csv")

    assert ran.code == 2
    assert ran.err == f"b.txt.csv: This file {problem}: PanicException: boom.\n"
    assert ran.out.endswith("in 2 concepts of 2 files; 1 file could not be read.\n")


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
