"""Tests of cross-file analysis."""

import weakref
from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest

from editkit.checks.consistency.inconsistent_variant import InconsistentVariant
from editkit.config import Configuration, Settings
from editkit.core.check import Mergeable
from editkit.core.context import LintContext
from editkit.core.result import FileResult
from editkit.linting import corpus, lint_file, runner
from editkit.linting.corpus import CorpusAnalysis
from editkit.linting.files.discover_settings import find_files
from editkit.linting.files.source_file import STDIN, SourceFile
from editkit.linting.session import Session
from tests.linting.compared_articles import FEW, MANY, ONE_RULE, articles, flagged, lint


def test_consistent_files_are_compared_with_each_other(tmp_path: Path) -> None:
    articles(tmp_path, a=FEW, b=MANY, c="The Off-Track lost.")

    assert flagged(lint(tmp_path)) == {"a.txt": ["Off Track"], "b.txt": [], "c.txt": []}
    assert flagged(lint(tmp_path, together=False)) == {"a.txt": [], "b.txt": [], "c.txt": []}


def test_a_variant_rare_in_all_files_is_flagged_even_if_frequent_in_one(tmp_path: Path) -> None:
    articles(
        tmp_path,
        a="The R & D met in May. The R & D met in June. The R&D left.",
        b="The R&D met in May. An R&D met in June. The R&D left.",
    )

    assert flagged(lint(tmp_path / "a.txt")) == {"a.txt": ["R&D"]}
    assert flagged(lint(tmp_path)) == {"a.txt": ["R & D", "R & D"], "b.txt": []}


def test_related_locations_in_another_file_are_source_positions(tmp_path: Path) -> None:
    articles(tmp_path, a=FEW)
    (tmp_path / "b.md").write_bytes(
        b"\xef\xbb\xbf# News\r\n\r\nThe **big** *Off-Track* won.\r\n" * 2
    )

    [placed] = lint(tmp_path)["a.txt"].issues

    places = [
        (r.uri, p.line, p.column)
        for r, p in zip(placed.issue.related, placed.related, strict=True)
    ]
    assert places == [(str(tmp_path / "b.md"), 3, 14), (str(tmp_path / "b.md"), 6, 14)]
    raw = (tmp_path / "b.md").read_bytes().decode("utf-8-sig")
    assert [p.span.of(raw) for p in placed.related] == ["Off-Track"] * 2


def test_related_locations_in_a_deleted_file_have_no_line(tmp_path: Path) -> None:
    articles(tmp_path, a=FEW, b=MANY)
    files = find_files([str(tmp_path)], Configuration(ONE_RULE)).files
    results = Session().run(files, together=True)
    original = lint_file.lint_file

    def delete_and_lint(*args: object) -> FileResult:
        (tmp_path / "b.txt").unlink(missing_ok=True)
        return original(*args)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(runner, "lint_file", delete_and_lint)
        [placed] = next(results).issues

    assert {(place.line, place.column) for place in placed.related} == {(0, 0)}


def test_results_do_not_depend_on_the_order_of_files(tmp_path: Path) -> None:
    articles(tmp_path, a="An Off Track.", b="An Off-Track.", c="An Off-Track. An Off Track.")
    names = [tmp_path / f"{name}.txt" for name in "abc"]
    first = lint(*names)

    assert sum(len(result.issues) for result in first.values()) == 2
    for order in permutations(names):
        results = lint(*order)
        assert list(results) == [path.name for path in order]
        assert results == first


def test_files_are_counted_in_order_of_their_names() -> None:
    files = [(Settings(), SourceFile(name)) for name in "bca"]

    assert [file.uri for _, file in CorpusAnalysis(files).files] == ["a", "b", "c"]


def test_files_of_different_languages_are_not_compared(tmp_path: Path) -> None:
    articles(tmp_path, a=FEW, britain_b=MANY)
    (tmp_path / "britain" / "editkit.toml").write_text('lang = "en-GB"\n')

    assert flagged(lint(tmp_path)) == {"a.txt": [], "b.txt": []}


def test_files_are_compared_if_the_settings_of_a_rule_are_equal(tmp_path: Path) -> None:
    articles(tmp_path, a=FEW, drafts_b=MANY, off_c=FEW)
    (tmp_path / "drafts" / "editkit.toml").write_text('min-confidence = "low"\nengine = "none"\n')
    (tmp_path / "editkit.toml").write_text(
        '[per-file-ignores]\n"off/*" = "inconsistent-variant"\n'
    )

    assert flagged(lint(tmp_path)) == {"a.txt": ["Off Track"], "b.txt": [], "c.txt": []}


def test_the_standard_input_is_compared_with_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles(tmp_path, b=MANY)
    monkeypatch.setattr("editkit.linting.files.source_file._read_bytes", _read_once(FEW.encode()))
    settings = Settings(select=("inconsistent-variant",))
    files = [
        (settings, SourceFile(STDIN, is_stdin=True)),
        (settings, SourceFile("b.txt", data=MANY.encode())),
    ]

    first, second = Session().run(files, together=True)

    assert (len(first.issues), len(second.issues)) == (1, 0)


def _read_once(data: bytes) -> Callable[[str], bytes]:
    left = [data]
    return lambda _: left.pop()


def test_a_file_that_a_check_fails_to_count_is_skipped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles(tmp_path, a=FEW, b=MANY, c=MANY + FEW)
    (tmp_path / "d.txt").write_bytes(b"\xff\xfe\x00")
    collect = InconsistentVariant.collect

    def fail_for_c(check: InconsistentVariant, context: LintContext) -> Mergeable:
        if context.document.uri.endswith("c.txt"):
            raise ZeroDivisionError
        return collect(check, context)

    monkeypatch.setattr(InconsistentVariant, "collect", fail_for_c)

    results = lint(tmp_path)

    assert flagged(results) == {"a.txt": ["Off Track"], "b.txt": [], "c.txt": []}
    assert "inconsistent-variant failed" in results["c.txt"].notices[0].message
    assert results["d.txt"].package is None


def test_a_file_that_changes_during_the_run_is_checked_alone(tmp_path: Path) -> None:
    articles(tmp_path, a=FEW, b=MANY)
    files = find_files([str(tmp_path)], Configuration(ONE_RULE)).files
    results = Session().run(files, together=True)
    original = lint_file.parse

    def parse_and_change(file: SourceFile, lang: str) -> lint_file.ParsedFile:
        parsed = original(file, lang)
        if file.uri.endswith("b.txt"):  # the file counted last
            articles(tmp_path, a="All is new here.")
        return parsed

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(corpus, "parse", parse_and_change)
        first, _ = results

    assert first.issues == ()


class Tracked(lint_file.ParsedFile):
    """A parsed file that supports weak references."""


def test_parsed_files_are_not_kept_after_they_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles(tmp_path, **{f"f{number}": MANY for number in range(60)})
    alive: weakref.WeakSet[lint_file.ParsedFile] = weakref.WeakSet()
    most = 0
    original = lint_file.parse

    def parse_and_track(file: SourceFile, lang: str) -> lint_file.ParsedFile:
        nonlocal most
        parsed = original(file, lang)
        one = Tracked(parsed.file, parsed.package, parsed.error)
        alive.add(one)
        most = max(most, len(alive))
        return one

    monkeypatch.setattr(corpus, "parse", parse_and_track)
    lint(tmp_path)

    assert 0 < most < 10
