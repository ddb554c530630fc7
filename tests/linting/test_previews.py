"""Rules in preview: they run only with `--preview`, are marked, and have no safe fixes."""

from dataclasses import replace
from pathlib import Path

import pytest

from editkit import Linter, checks
from editkit.cli import run
from editkit.config import Settings
from editkit.core.issue import Issue, Origin
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Status
from editkit.linting.checked_rules import CheckedRules
from editkit.linting.previews import by_status, preview_notices
from editkit.linting.resolve import merge_duplicates
from editkit.linting.toolset import build_toolset

TEXT = "It is at at the quay,and there.\n"
RULE = "space-around-punctuation"


@pytest.fixture(autouse=True)
def _preview_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    check = checks.load(RULE)
    monkeypatch.setattr(check, "rule", replace(check.rule, status=Status.PREVIEW))


def reported(**options: bool) -> dict[str, str | None]:
    with Linter(**options) as linter:  # type: ignore[arg-type]
        issues = linter.lint(TEXT).to_dict()["issues"]
    return {issue["rule"]: issue.get("status") for issue in issues}


def test_a_preview_rule_runs_only_with_preview() -> None:
    assert reported() == {"repeated-word": None}
    assert reported(preview=True) == {"repeated-word": None, RULE: "preview"}


def test_a_selected_family_does_not_include_its_preview_rules() -> None:
    with Linter(select="typography") as linter:
        result = linter.lint(TEXT)

    assert (result.issues, result.notices) == ((), ())


def test_a_selected_preview_rule_is_one_notice() -> None:
    with Linter(select=[RULE, "repeated-word"]) as linter:
        result = linter.lint(TEXT)

    assert [placed.issue.rule for placed in result.issues] == ["repeated-word"]
    [notice] = result.notices
    assert notice.message == (
        f"“{RULE}” is in preview: the selection has no effect without --preview "
        "or “preview = true”."
    )
    assert list(preview_notices(Settings(select=(RULE,), preview=True))) == []


def test_fixes_of_a_preview_rule_are_never_safe() -> None:
    with Linter(preview=True) as linter, Linter() as stable:
        assert linter.fix(TEXT) == "It is at the quay,and there.\n"
        assert linter.fix(TEXT, unsafe=True) == "It is at the quay, and there.\n"
        assert stable.fix(TEXT, unsafe=True) == "It is at the quay,and there.\n"


def test_a_family_counts_as_checked_without_its_preview_rules() -> None:
    for preview in (False, True):
        settings = Settings(select=("typography",), engine="none", preview=preview)
        ran = build_toolset(settings).rules
        assert CheckedRules(settings, (), ran).includes("typography")
        assert CheckedRules(settings, (), ran).includes(RULE) is preview


def test_issues_of_engines_in_preview_merge_into_stable_ones() -> None:
    issue = Issue("harper/X", Span(0, 2), "m", Family.GRAMMAR, "", engine="harper")
    preview = replace(issue, rule="y", engine="editkit", status=Status.PREVIEW)

    [merged] = merge_duplicates(TEXT, [replace(issue, confidence=Confidence.LOW), preview])

    assert (merged.status, merged.also) == (Status.STABLE, (Origin("harper/X", "harper"),))


def test_the_command_line_marks_previews(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(TEXT)
    Path("editkit.toml").write_text("preview = true\n")
    options = ["--engine", "none", "--no-cache", "a.txt"]

    run(["lint", *options])
    assert f" minor {RULE} (preview): " in capsys.readouterr().out
    run(["lint", "--no-preview", *options])
    assert RULE not in capsys.readouterr().out
    run(["review", *options, "-o", "page.html"])
    assert '"experimental": true' in Path("page.html").read_text().replace('":true', '": true')
    run(["rules", RULE])
    assert f"{RULE} (typography, minor, preview)" in capsys.readouterr().out
    run(["rules"])
    assert any(
        RULE in line and line.endswith("(preview)") for line in capsys.readouterr().out.split("\n")
    )


def test_issues_of_patterns_in_preview_are_left_out() -> None:
    stable = Issue("have-for-be", Span(0, 2), "m", Family.GRAMMAR, "", engine="languagetool")
    preview = replace(stable, status=Status.PREVIEW)

    assert list(by_status([stable, preview], preview=False)) == [stable]
    assert list(by_status([stable, preview], preview=True)) == [stable, preview]
