from pathlib import Path

import pytest

import editkit
from editkit import Confidence, InputError, Severity
from editkit.core.glossary import Concept, Glossary, Term, TermStatus
from editkit.formats.markdown.format import Markdown

FERRY = Concept("1", (Term("ferry"), Term("float boat", status=TermStatus.DEPRECATED)))
GLOSSARY = Glossary((FERRY,))
TEXT = "The float boat left at at noon."


def test_lint_returns_the_issues_in_order() -> None:
    result = editkit.lint(TEXT, glossary=GLOSSARY)

    assert [placed.issue.rule for placed in result.issues] == ["deprecated-term", "repeated-word"]
    assert result.words == 7


def test_a_glossary_is_a_path_or_an_object(tmp_path: Path) -> None:
    path = tmp_path / "g.csv"
    path.write_text("term,forbidden\nferry,float boat\n", encoding="utf-8")

    loaded = editkit.load_glossary(path)

    for glossary in (path, str(path), loaded, GLOSSARY):
        result = editkit.lint(TEXT, glossary=glossary, select=["term"])
        assert len(result.issues) == 1
    assert editkit.lint(TEXT, select=["term"]).issues == ()


def test_two_glossary_objects_give_different_results() -> None:
    other = Glossary(
        (Concept("1", (Term("ship"), Term("float boat", status=TermStatus.DEPRECATED))),)
    )

    assert editkit.normalize("A float boat.", glossary=GLOSSARY) == "A ferry."
    assert editkit.normalize("A float boat.", glossary=other) == "A ship."


def test_normalize_applies_glossary_corrections_and_is_idempotent() -> None:
    once = editkit.normalize(TEXT, glossary=GLOSSARY)

    assert once == "The ferry left at at noon."
    assert editkit.normalize(once, glossary=GLOSSARY) == once


@pytest.fixture
def no_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("an engine was started")

    monkeypatch.setattr("editkit.linting.open_toolset.ToolsetOpener._open_engines", refuse)


@pytest.mark.usefixtures("no_engine")
def test_normalize_starts_no_engine() -> None:
    # Separate languages, since a toolset that another call opened would be reused.
    assert editkit.normalize(TEXT, glossary=GLOSSARY, lang="en-NZ") != TEXT
    selected = ["grammar", "deprecated-term"]
    assert editkit.normalize(TEXT, glossary=GLOSSARY, lang="en-NZ", select=selected) != TEXT
    assert editkit.normalize(TEXT, glossary=GLOSSARY, lang="en-ZA", engine="auto") != TEXT


@pytest.mark.usefixtures("no_engine")
def test_an_engine_is_started_only_if_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "editkit.toml").write_text('engine = "languagetool"\n')

    assert editkit.lint(TEXT, lang="en-IE").engines == ()
    assert editkit.fix(TEXT, lang="en-IE") != TEXT
    assert "float boat" in editkit.review(TEXT, lang="en-IE")
    [result] = editkit.lint_paths([tmp_path], lang="en-IE")
    assert (len(result.issues), result.engines) == (1, ())
    with pytest.raises(AssertionError, match="an engine was started"):
        editkit.lint(TEXT, lang="en-IE", engine="harper")


def test_normalize_needs_a_glossary() -> None:
    with pytest.raises(InputError, match="normalize needs a glossary: pass glossary="):
        editkit.normalize(TEXT, glossary=None)  # type: ignore[arg-type]


def test_fix_applies_every_safe_fix() -> None:
    fixed = editkit.fix(TEXT, glossary=GLOSSARY)

    assert fixed == "The ferry left at noon."


def test_markdown_keeps_its_markup_and_line_endings() -> None:
    text = "A *fine* float boat, `a float boat`.\r\n"

    fixed = editkit.fix(text, glossary=GLOSSARY, format="markdown")

    assert fixed == "A *fine* ferry, `a float boat`.\r\n"


def test_a_byte_order_mark_is_kept() -> None:
    assert editkit.fix("\ufeffThe the plant.") == "\ufeffThe plant."


def test_review_returns_a_page_with_the_text() -> None:
    page = editkit.review(TEXT, glossary=GLOSSARY)

    assert page.lower().startswith("<!doctype html>")
    assert "float boat" in page


def test_review_shows_the_original() -> None:
    text = "The the hill.\n\nA valley.\n"

    page = editkit.review(text, source="山。\n\n谷。\n")
    other = editkit.review(text, source="山。\n谷。\n川。\n")

    assert '"originals":[[0,"山。"],[15,"谷。"]]' in page
    assert "The original has 1 paragraph and this article 2" in other


def test_lint_paths_says_which_files_of_a_folder_it_skips(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.odt"):
        (tmp_path / name).write_text("The plant.")

    first, second = editkit.lint_paths([tmp_path], engine="none")

    assert ["Skipped 1 file" in notice.message for notice in first.notices] == [True]
    assert second.notices == ()


def test_lint_paths_uses_configuration_files_and_arguments(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "editkit.toml").write_text('engine = "none"\nignore = "grammar"\n')

    paths = [tmp_path, tmp_path / "gone.txt"]
    first, second = editkit.lint_paths(paths, glossary=GLOSSARY)

    assert [placed.issue.rule for placed in first.issues] == ["deprecated-term"]
    assert (second.package, second.notices[0].message) == (None, "No such file.")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"selct": "term"}, "Unknown setting “selct”; the nearest is “select”"),
        ({"select": "trem"}, "Unknown rule or family “trem”"),
        ({"min_severity": "sever"}, "“sever” is none of info, minor, major, critical"),
        ({"format": "papyrus"}, "papyrus"),
        ({"glossary": "gone.csv"}, "gone.csv"),
    ],
)
def test_an_invalid_option_is_an_input_error(options: dict[str, str], message: str) -> None:
    with pytest.raises(InputError, match=message):
        editkit.lint("A text.", **options)  # type: ignore[arg-type]


def test_options_take_paths_sets_and_enumerations(tmp_path: Path) -> None:
    words = tmp_path / "words.txt"
    words.write_text("authorty\n", encoding="utf-8")
    text = "The harbour authority audits the funds of the authorty. He said said so."

    def rules(**options: object) -> list[str]:
        return [placed.issue.rule for placed in editkit.lint(text, **options).issues]  # type: ignore[arg-type]

    assert rules(select={"repeated-word", "term"}) == ["repeated-word"]
    assert rules(select=iter(["inconsistent-spelling"])) == ["inconsistent-spelling"]
    assert rules(select="spelling", min_severity=Severity.MAJOR) == []
    ignored = {"ignore": ("repeated-word",), "min_confidence": Confidence.LOW}
    assert rules(**ignored) == ["inconsistent-spelling"]
    assert rules(select=["repeated-word"], words=words) == ["repeated-word"]


def test_a_lone_path_is_a_type_error(tmp_path: Path) -> None:
    for path in ("a.txt", b"a.txt", tmp_path):
        with pytest.raises(TypeError, match=r"write lint_paths\(\["):
            editkit.lint_paths(path)  # type: ignore[arg-type]


def test_a_text_that_is_no_string_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="a text is a str, not bytes"):
        editkit.lint(b"The ferry.")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"uri": 3}, "uri is a str, not int"),
        ({"format": None}, "format is a str, not NoneType"),
        ({"source": b"x"}, "source is a str or None, not bytes"),
    ],
)
def test_a_text_has_strings_only(values: dict[str, object], message: str) -> None:
    with pytest.raises(TypeError, match=message):
        editkit.Text("The ferry.", **values)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=message):
        editkit.lint("The ferry.", **values)  # type: ignore[arg-type]


def test_what_is_no_path_is_a_type_error() -> None:
    with pytest.raises(TypeError, match=r"a path is a str or an os\.PathLike, not int"):
        list(editkit.lint_paths([3]))  # type: ignore[list-item]
    with pytest.raises(TypeError, match="lint_paths takes an iterable, not int"):
        editkit.lint_paths(3)  # type: ignore[arg-type]


def test_a_lone_surrogate_is_an_input_error() -> None:
    with pytest.raises(InputError, match="Half a character at 2"):
        editkit.lint("ab\ud800")


def test_a_corrected_text_has_its_notices(
    glossary_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those of the glossary, and of a fix that would change the structure."""
    with editkit.Linter(glossary=glossary_file) as linter:
        made = linter.correct("A float boat left at at noon.")
        terms = linter.correct("A float boat left at at noon.", terms_only=True)
        monkeypatch.setattr(Markdown, "same_structure", lambda *_: False)
        refused = linter.correct("It left at at noon.", format="markdown")

    assert (made.text, made.fix_count) == ("A ferry left at noon.", 2)
    assert ["“colour” is unknown" in notice.message for notice in made.notices] == [True]
    assert (terms.text, terms.fix_count) == ("A ferry left at at noon.", 1)
    assert (refused.text, refused.fix_count) == ("It left at at noon.", 0)
    assert refused.notices[0] == made.notices[0]
    assert "line 1: The fix of repeated-word is not made" in refused.notices[1].message
