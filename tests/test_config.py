from dataclasses import replace
from pathlib import Path

import pytest

from editkit.checks.grammar.repeated_word import RepeatedWord
from editkit.config import Configuration, Settings
from editkit.core.errors import InputError
from editkit.core.rule import Option
from editkit.core.taxonomy import Family, Severity


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def error_message(path: Path) -> str:
    with pytest.raises(InputError) as refusal:
        Configuration().for_file(str(path.parent / "a.txt"))
    return str(refusal.value).removeprefix(str(path))


def test_defaults_without_configuration(tmp_path: Path) -> None:
    assert Configuration().for_file(str(tmp_path / "a.txt")) == Settings()


def test_the_nearest_configuration_file_is_used(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", '[tool.editkit]\nlang = "en-GB"\n')
    write(tmp_path / "near/editkit.toml", 'lang = "en-AU"\n')
    write(tmp_path / "near/other/pyproject.toml", '[project]\nname = "editkit-user"\n')
    configuration = Configuration()

    assert configuration.for_file(str(tmp_path / "a.txt")).lang == "en-GB"
    assert configuration.for_file(str(tmp_path / "far/a.txt")).lang == "en-GB"
    assert configuration.for_file(str(tmp_path / "near/other/deep/a.txt")).lang == "en-AU"


def test_editkit_toml_may_have_a_tool_table(tmp_path: Path) -> None:
    write(tmp_path / "editkit.toml", '[tool.editkit]\nlang = "en-GB"\n')

    assert Configuration().for_folder(str(tmp_path)).lang == "en-GB"


def test_overrides_take_precedence_over_the_file(tmp_path: Path) -> None:
    write(tmp_path / "editkit.toml", 'lang = "en-GB"\nselect = ["term"]\n')

    settings = Configuration({"select": ("grammar",)}).for_folder(str(tmp_path))

    assert (settings.lang, settings.select) == ("en-GB", ("grammar",))


def test_glossaries_are_relative_to_their_configuration(tmp_path: Path) -> None:
    write(tmp_path / "editkit.toml", 'glossary = ["terms/a.csv"]\n')

    settings = Configuration().for_file(str(tmp_path / "deep/a.txt"))

    assert settings.glossaries == (str(tmp_path / "terms/a.csv"),)


def test_every_key_is_read(tmp_path: Path) -> None:
    write(
        tmp_path / "editkit.toml",
        'glossary = "a.csv"\nwords = "w.txt"\npacks = []\n'
        'lang = "en-GB"\nselect = ["term"]\nignore = ["harper/SpellCheck"]\n'
        'engine = "none"\noffline = true\nlanguagetool-url = "http://localhost:8081"\n'
        'min-severity = "minor"\nmin-confidence = "high"\ncolor = "never"\ncache = false\n'
        "preview = true\n"
        'baseline = "known.json"\nexclude = ["vendor/"]\nencoding = "gbk"\n'
        "front-matter = ['title']\n"
        "[rules.missing-sentence-end]\n[engines.harper]\n"
        '[[formats]]\nfiles = "*.log"\nformat = "plain"\n'
        '[per-file-ignores]\n"drafts/*.md" = ["style"]\n',
    )

    settings = Configuration().for_folder(str(tmp_path))

    defaults = Settings()
    unset = {f for f in Settings.__slots__ if getattr(settings, f) == getattr(defaults, f)}
    assert unset == {"ignored_options", "ignored_server", "outside_files"}  # not set by a key
    assert settings.min_severity is Severity.MINOR


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ('lang = "en"\nglosary = "a.csv"\n', ":2: Unknown setting “glosary”; the nearest"),
        ("offline = 1\n", ":1: offline: Expected true or false, not a whole number."),
        ("lang = 5\n", ":1: lang: Expected a string, not a whole number."),
        (
            "select = [\n  1,\n]\n",
            ":1: select: Expected a string or a list of strings, not a list.",
        ),
        (
            '\nselect = ["grammer"]\n',
            ":2: select: Unknown rule or family “grammer”; the nearest",
        ),
        (
            '[rules.mixed-spelling]\nprefer = "uk"\n',
            ":2: prefer: “uk” is none of us, gb, oxford.",
        ),
        ('words = ["a.txt", "a\\u0000b"]\n', ":1: words: A file name cannot contain NUL."),
        ('baseline = "a\\u0000b"\n', ":1: baseline: A file name cannot contain NUL."),
        ('packs = "a\\u0000b.csv"\n', ":1: packs: A file name cannot contain NUL."),
        ('lang = "en_GB!"\n', ":1: lang: “en_GB!” is not a language tag such as en-GB."),
        ('engine = "langtool"\n', ":1: engine: “langtool” is none of auto, languagetool, "),
        ("rules = 1\n", ":1: rules: Expected a table, not a whole number."),
        (
            "[rules.repeated-wrod]\n",
            ":1: repeated-wrod: Unknown rule or rule without options “repeated-wrod”",
        ),
        ("engines = 1\n", ":1: engines: Expected a table, not a whole number."),
        ("[engines]\nharpr = 1\n", ":2: Unknown engine “harpr”; the nearest is “harper”."),
        ("[engines.harper]\n\nx = 1\n", ":3: The engine harper has no option “x”."),
        ("[rules.repeated-word]\n\nfoo = 1\n", ":3: The rule repeated-word has no option “foo”."),
        ('[per-file-ignores]\n"a.md" = "trem"\n', ":2: a.md: Unknown rule or family “trem”"),
        ("[rules.repeated-word]\nfoo = 1\n[rules]\n", ":2: The rule repeated-word has no option"),
        ("lang = \n", ":1: This is not TOML: Invalid value."),
        ('lang = "en"\nlang = "en"\n', ":2: This is not TOML: Cannot overwrite a value."),
        ("[tool]\neditkit = 1\n", ": “tool.editkit” is not a table."),
        ("[tool.editkit]\nlang = 1\n", ":2: lang: Expected a string"),
    ],
)
def test_an_error_names_file_and_line(tmp_path: Path, toml: str, message: str) -> None:
    path = write(tmp_path / "editkit.toml", toml)

    assert error_message(path).startswith(message)


@pytest.fixture
def _with_options(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give repeated-word an option of each type."""
    defaults = {"count": 2, "share": 0.5, "on": True, "word": "a", "words": ("a",)}
    options = tuple(Option(name, default, "") for name, default in defaults.items())
    monkeypatch.setattr(RepeatedWord, "rule", replace(RepeatedWord.rule, options=options))


@pytest.mark.usefixtures("_with_options")
def test_rule_options_have_the_types_of_their_defaults(tmp_path: Path) -> None:
    write(
        tmp_path / "editkit.toml",
        '[rules.repeated-word]\ncount = 3\nshare = 1\non = false\nword = "b"\nwords = ["b"]\n',
    )

    assert Configuration().for_folder(str(tmp_path)).rule_options() == {
        "repeated-word": {"count": 3, "share": 1, "on": False, "word": "b", "words": ("b",)}
    }


def test_family_options_apply_to_rules_that_have_them(tmp_path: Path) -> None:
    path = write(
        tmp_path / "editkit.toml",
        "[rules.miscased-term]\nprotect-quotations = false\n"
        "[rules.term]\nprotect-quotations = true\n",
    )

    options = Configuration().for_folder(str(tmp_path)).rule_options()

    assert options["deprecated-term"] == {"protect-quotations": True}
    assert options["miscased-term"] == {"protect-quotations": False}
    assert "reordered-term" not in options
    write(path, "[rules.term]\nprotect-quotation = true\n")
    assert error_message(path).startswith(
        ":2: No rule of term has an option “protect-quotation”; the nearest is “protect"
    )


@pytest.mark.usefixtures("_with_options")
@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("count = true", "count: Expected a value such as 2, not true or false."),
        ("count = 1.5", "count: Expected a value such as 2, not a number."),
        ("share = '1'", "share: Expected a value such as 0.5, not a text."),
        ("on = 1", "on: Expected true or false, not a whole number."),
        ("words = 1", "words: Expected a string or a list of strings, not a whole number."),
        ("conut = 1", "The rule repeated-word has no option “conut”; the nearest is “count”."),
    ],
)
def test_an_option_of_the_wrong_type_is_an_error(tmp_path: Path, line: str, message: str) -> None:
    path = write(tmp_path / "editkit.toml", f"[rules.repeated-word]\n{line}\n")

    assert error_message(path) == f":2: {message}"


def test_an_error_in_pyproject_toml_names_its_line(tmp_path: Path) -> None:
    path = write(
        tmp_path / "pyproject.toml",
        '[project]\nname = "x"\nselect = 1\n\n[tool.editkit]\nselct = "term"\n',
    )

    assert error_message(path).startswith(":6: Unknown setting “selct”")


def test_a_file_that_is_not_utf_8_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "editkit.toml"
    path.write_bytes(b"lang = '\xff'\n")

    assert error_message(path) == ": This configuration is not UTF-8."


def test_per_file_ignores(tmp_path: Path) -> None:
    write(
        tmp_path / "editkit.toml",
        'ignore = ["web"]\n[per-file-ignores]\n"drafts/*" = ["style"]\n"*.md" = ["term", "web"]\n'
        '"notes*.txt" = "number"\n',
    )
    configuration = Configuration()

    def ignored(name: str) -> tuple[str, ...]:
        return configuration.for_file(str(tmp_path / name)).ignore

    assert ignored("a.txt") == ("web",)
    assert ignored("drafts/a.txt") == ("web", "style")
    assert ignored("deep/notes-1.txt") == ("web", "number")
    assert ignored("deep/a.md") == ("web", "term")
    assert configuration.for_file(str(tmp_path / "b.txt")) == configuration.for_file(
        str(tmp_path / "a.txt")
    )


def test_isolated_reads_no_file(tmp_path: Path) -> None:
    write(tmp_path / "editkit.toml", "lang = 5\n")

    assert Configuration(isolated=True).for_folder(str(tmp_path)) == Settings()


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        ((), (), True),
        (("term",), (), True),
        (("grammar",), (), False),
        (("miscased-term",), (), True),
        (("repeated-word",), (), False),
        ((), ("term",), False),
        ((), ("miscased-term",), False),
        (("miscased-term",), ("term",), True),
        (("term",), ("miscased-term",), False),
    ],
)
def test_a_rule_overrides_its_family_and_ignore_overrides_select(
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    expected: bool,  # noqa: FBT001  (a parameter of the test)
) -> None:
    settings = Settings(select=select, ignore=ignore)

    assert settings.is_enabled("miscased-term", Family.TERM) is expected
