"""`Linter`: options that are read once, and its life from opening to `close`."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from editkit import Glossary, InputError, Linter, Text, load_glossary
from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.core.issue import Issue
from editkit.core.rule import Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Family, Severity
from editkit.linting.session import Session

TEXT = "The float boat left at at noon."


def test_a_linter_does_what_the_functions_do(linter: Linter) -> None:
    result = linter.lint(TEXT, uri="row-1")

    assert result.uri == "row-1"
    assert [placed.issue.rule for placed in result.issues] == ["deprecated-term", "repeated-word"]
    assert linter.normalize(TEXT) == "The ferry left at at noon."
    assert linter.fix(TEXT) == "The ferry left at noon."
    assert linter.fix("A *float boat*, `float boat`.", format="markdown").count("ferry") == 1
    assert '"originals":[[0,"船。"]]' in linter.review(TEXT, source="船。")


def test_files_have_their_configuration_and_the_linter_takes_precedence(
    glossary: Glossary, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "editkit.toml").write_text('engine = "harper"\nignore = ["grammar"]\n')

    with Linter(glossary=glossary) as linter, Linter(select=["grammar"], ignore=[]) as other:
        [result] = linter.lint_paths([tmp_path])
        [selected] = other.lint_paths(tmp_path.glob("*.txt"))

    assert [placed.issue.rule for placed in result.issues] == ["deprecated-term"]
    assert [placed.issue.rule for placed in selected.issues] == ["repeated-word"]
    assert (result.engines, selected.engines) == ((), ())


def test_a_glossary_file_is_read_once(glossary_file: Path) -> None:
    linter = Linter(glossary=glossary_file)
    glossary_file.unlink()

    result = linter.lint("A float boat.")

    assert len(result.issues) == 1
    assert ["colour" in notice.message for notice in result.notices] == [True]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"glossary": "gone.csv"}, "gone.csv"),
        ({"lang": "x"}, "not a language tag"),
        ({"jobs": 0}, "jobs is a number of processes, at least 1, not 0"),
        ({"words": "gone.txt"}, "gone.txt: No such file"),
        ({"words": 3}, "words: Expected a string or a list of strings, not a whole number"),
        ({"packs": "gone.csv"}, "gone.csv"),
        ({"select": {3, "term"}}, "select: Expected a string or a list of strings"),
    ],
)
def test_an_invalid_option_is_an_error_when_the_linter_is_made(
    options: dict[str, object], message: str
) -> None:
    with pytest.raises(InputError, match=message):
        Linter(**options)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"jobs": "2"}, "jobs is a number of processes, an int, not str"),
        ({"jobs": True}, "an int, not bool"),
        ({"glossary": 3}, "glossary is a Glossary or the path of its file, not int"),
        ({"glossary": b"g.csv"}, "not bytes"),
        ({"rules": {3: {}}}, "a name in rules is a str, not int"),
        ({"rules": {"term": {3: True}}}, "a name in rules is a str, not int"),
    ],
)
def test_an_option_of_another_type_is_a_type_error_when_the_linter_is_made(
    options: dict[str, object], message: str
) -> None:
    with pytest.raises(TypeError, match=message):
        Linter(**options)  # type: ignore[arg-type]


def test_normalize_needs_a_glossary() -> None:
    with Linter() as linter, pytest.raises(InputError, match="normalize needs a glossary"):
        linter.normalize(TEXT)


def test_a_closed_linter_cannot_be_used(linter: Linter, tmp_path: Path) -> None:
    started = linter.lint_many([TEXT, TEXT])
    not_started = linter.lint_many([TEXT])
    next(started)

    linter.close()
    linter.close()

    for call in (
        lambda: linter.lint(TEXT),
        lambda: linter.lint_many([TEXT]),
        lambda: linter.lint_paths([tmp_path]),
        lambda: linter.fix(TEXT),
        lambda: linter.normalize(TEXT),
        lambda: linter.review(TEXT),
        lambda: next(started),
        lambda: next(not_started),
    ):
        with pytest.raises(ValueError, match="This Linter is closed"):
            call()


def test_a_dropped_linter_closes_its_session(monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[object] = []
    monkeypatch.setattr(Session, "close", lambda session: closed.append(session))  # noqa: PLW0108  (a builtin is not bound)

    linter = Linter()
    assert closed == []
    del linter

    assert len(closed) == 1


def test_checks_get_the_source_of_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    class CompareLengths(Check):
        rule = Rule(
            id="repeated-word",
            family=Family.GRAMMAR,
            summary="A text longer than its source",
            rationale="",
            category="accuracy/addition",
            severity=Severity.MINOR,
            examples=(),
        )

        def run(self, context: LintContext) -> Iterator[Issue]:
            if context.original and len(context.original.text) < len(context.document.text):
                yield self.issue(Span(0, 1), context.original.text)

    monkeypatch.setattr("editkit.checks.load", lambda _: CompareLengths)

    with Linter(select=["repeated-word"]) as linter:
        [result] = linter.lint_many([Text("A ferry.", source="船。")])
        results = [linter.lint("A ferry.", source="船。"), result, linter.lint("A ferry.")]

    assert [[placed.issue.message for placed in each.issues] for each in results] == [
        ["船。"],
        ["船。"],
        [],
    ]


def test_load_glossary_and_a_path_give_the_same_results(glossary_file: Path) -> None:
    with (
        Linter(glossary=glossary_file) as one,
        Linter(glossary=load_glossary(glossary_file)) as two,
    ):
        assert one.lint(TEXT).to_dict() == two.lint(TEXT).to_dict()
