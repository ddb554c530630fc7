from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from editkit.baseline.file import read_baseline
from editkit.checks import rule_ids
from editkit.cli.group import editkit as main
from editkit.config import Settings
from editkit.config.values import settings_values
from editkit.core.glossary import Concept, Glossary, Term
from editkit.core.renamed_rules import RENAMED_RULES, first_id, former_ids
from editkit.core.result import FileResult
from editkit.linting.files.source_file import SourceFile
from editkit.linting.session import Session

ARTICLE = (
    "The harbour opened.\n\nShare this article on Facebook\n\n"
    "Copyright 2019 Harbour News. All rights reserved.\n"
)
COMMENT = "# editkit-disable-file page-furniture\n\n"


def lint(text: str, **values: object) -> FileResult:
    settings = Settings(**settings_values({"engine": "none", **values}, Path()))  # type: ignore[arg-type]
    with Session() as session:
        [result] = session.run([(settings, SourceFile("a.txt", data=text.encode()))])
    return result


def rules(result: FileResult) -> set[str]:
    return {issue.issue.rule for issue in result.issues}


def test_former_ids_belong_to_no_rule_and_current_ones_exist() -> None:
    assert set(RENAMED_RULES).isdisjoint(rule_ids())
    assert set(RENAMED_RULES.values()) <= set(rule_ids())
    assert former_ids("web-boilerplate") == ("page-furniture",)


def test_former_id_selects_and_ignores_the_rule() -> None:
    assert rules(lint(ARTICLE, select=("page-furniture",))) == {"web-boilerplate"}
    assert "web-boilerplate" in rules(lint(ARTICLE))
    assert "web-boilerplate" not in rules(lint(ARTICLE, ignore=("page-furniture",)))


def test_former_id_in_a_comment_suppresses_the_rule() -> None:
    assert rules(lint(COMMENT + ARTICLE, select=("web",))) == set()
    closed = "# editkit-disable page-furniture\n\n# editkit-enable web-boilerplate\n\n"
    assert rules(lint(closed + ARTICLE, select=("web",))) == {"web-boilerplate"}


def test_an_unused_comment_is_named_as_it_is_written() -> None:
    result = lint(COMMENT + "It opened.\n", select=("web", "style"))

    [message] = [i.issue.message for i in result.issues if i.issue.rule == "unused-suppression"]
    assert message == "This comment suppresses nothing of “page-furniture”."


def test_fingerprint_of_a_renamed_rule_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    before = [i.issue.fingerprint for i in lint(ARTICLE, select=("web",)).issues]
    monkeypatch.setattr("editkit.linting.fingerprint.first_id", lambda rule: rule)
    after = [i.issue.fingerprint for i in lint(ARTICLE, select=("web",)).issues]

    assert first_id("web-boilerplate") == "page-furniture"
    assert before != after


def test_baseline_with_the_former_id_still_suppresses(tmp_path: Path) -> None:
    article, baseline = tmp_path / "a.txt", tmp_path / "baseline.json"
    article.write_text(ARTICLE, encoding="utf-8")
    command = ["lint", str(article), "--engine", "none", "--select", "web"]
    runner = CliRunner()
    runner.invoke(main, [*command, "--write-baseline", "--baseline", str(baseline)])
    text = baseline.read_text(encoding="utf-8")
    assert text.count("web-boilerplate") == 2
    baseline.write_text(text.replace("web-boilerplate", "page-furniture"), encoding="utf-8")

    result = runner.invoke(main, [*command, "--baseline", str(baseline)])

    assert result.exit_code == 0, result.output
    assert {entry.rule for entry in read_baseline(baseline).entries} == {"web-boilerplate"}


def test_rules_command_explains_a_rule_by_its_former_id() -> None:
    result = CliRunner().invoke(main, ["rules", "page-furniture"])
    assert result.output.startswith(
        "page-furniture was renamed to web-boilerplate.\n\nweb-boilerplate (web,"
    )
    current = CliRunner().invoke(main, ["rules", "web-boilerplate"])
    assert result.output.endswith(current.output)
    assert "renamed" not in current.output


@pytest.mark.parametrize(
    ("former", "current"),
    [
        ("page-furniture", "web-boilerplate"),
        ("misspelt-acronym", "misspelled-acronym"),
        ("misspelt-term", "misspelled-term"),
        ("misspelt-word", "misspelled-word"),
        ("pluralised-unit", "pluralized-unit"),
        ("uncapitalised-sentence", "uncapitalized-sentence"),
        ("uncapitalised-word", "uncapitalized-word"),
    ],
)
def test_each_former_id_is_accepted_and_reported(former: str, current: str) -> None:
    glossary = "Harbour Line"
    text = (
        f"{ARTICLE}\n{glossary} and the Harbuor Line teh Harbour Line rose 5 kms on monday.\n\n"
        "the line opened in May 2019.\n\nThe NATO and the NTAO met.\n"
    )
    terms = tuple(Concept(name, (Term(name),)) for name in (glossary, "NATO"))
    settings = Settings(
        **settings_values({"engine": "none", "select": (former,)}, Path()),  # type: ignore[arg-type]
    )
    with Session() as session:
        [result] = session.run(
            [(settings, SourceFile("a.txt", data=text.encode()))], Glossary(terms)
        )

    assert rules(result) == {current}
    entry: Any = result.to_dict()
    assert [each["rule"] for each in entry["issues"][0]["also"]] == [former]
