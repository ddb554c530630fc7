"""`config show` and `--verbose`: which configuration is used."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Editkit

URL = "EDITKIT_LANGUAGETOOL_URL"


@pytest.fixture(autouse=True)
def _configurations(tmp_path: Path, editkit: Editkit, monkeypatch: pytest.MonkeyPatch) -> None:
    del editkit
    monkeypatch.delenv(URL, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "own"))
    (tmp_path / "sub").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / "editkit.toml").write_text(
        'exclude = ["vendor/**"]\nencoding = "gb2312"\n'
        'glossary = "glossary.csv"\nmin-severity = "info"\nlanguagetool-url = "lt.example.org"\n'
        '[rules.missing-sentence-end]\n[per-file-ignores]\n"*.md" = ["style"]\n',
        "utf-8",
    )


def shown(editkit: Editkit, *arguments: str) -> dict[str, object]:
    result = editkit("config", "show", "--format", "json", *arguments)
    assert result.code == 0
    found: dict[str, object] = json.loads(result.out)
    return found


def test_each_setting_has_its_value_and_origin(editkit: Editkit, tmp_path: Path) -> None:
    report = shown(editkit, "sub")
    file = str(tmp_path / "editkit.toml")

    assert report["folder"] == str(tmp_path / "sub")
    assert report["file"] == file
    assert report["user_file"] == str(tmp_path / "own" / "editkit" / "editkit.toml")
    settings = report["settings"]
    assert isinstance(settings, dict)
    glossary = str(tmp_path / "glossary.csv")
    assert settings["glossary"] == {"value": [glossary], "origin": file}
    assert settings["min-severity"] == {"value": "info", "origin": file}
    assert settings["per-file-ignores"] == {"value": {"*.md": ["style"]}, "origin": file}
    assert settings["encoding"] == {"value": "GBK", "origin": file}
    assert settings["exclude"] == {"value": ["vendor/**"], "origin": file}
    assert settings["rules"] == {"value": {"missing-sentence-end": {}}, "origin": file}
    assert settings["lang"] == {"value": "en-US", "origin": "default"}


def test_a_remote_server_has_its_true_origin(
    editkit: Editkit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def server() -> object:
        settings = shown(editkit)["settings"]
        assert isinstance(settings, dict)
        return settings["languagetool-url"]

    assert server() == {"value": None, "origin": "default"}
    assert "lt.example.org" in str(shown(editkit)["notices"])

    own = tmp_path / "own" / "editkit" / "editkit.toml"
    own.parent.mkdir(parents=True)
    own.write_text('languagetool-url = "https://own.example.org"\n', "utf-8")
    assert server() == {"value": "https://own.example.org", "origin": str(own)}

    monkeypatch.setenv(URL, "https://env.example.org")
    assert server() == {"value": "https://env.example.org", "origin": URL}


def test_without_a_configuration_the_end_of_the_search_is_shown(
    editkit: Editkit, tmp_path: Path
) -> None:
    (tmp_path / "editkit.toml").unlink()

    report = shown(editkit, "sub")
    text = editkit("config", "show", "sub").out

    assert report["file"] is None
    assert report["searched_to"] == str(tmp_path)
    assert text.startswith(f"configuration  none from here up to {tmp_path}\n")
    assert 'lang              "en-US"  (default)\n' in text


def test_a_missing_path_is_an_error(editkit: Editkit) -> None:
    result = editkit("config", "show", "gone")

    assert (result.code, result.err) == (2, "editkit: gone: No such file.\n")


@pytest.mark.parametrize(
    "command", [("lint",), ("fix",), ("normalize",), ("review", "-o", "page.html")]
)
def test_verbose_shows_what_each_folder_is_checked_with(
    editkit: Editkit, tmp_path: Path, command: tuple[str, ...]
) -> None:
    (tmp_path / "sub" / "b.txt").write_text("A ferry.\n", "utf-8")
    (tmp_path / "sub" / "editkit.toml").write_text("packs = []\n", "utf-8")
    arguments = (*command, "--engine", "none", "--no-cache", "a.txt", "clean.txt", "sub")

    lines = editkit(*arguments, "-v").err.split("\n")

    assert [line for line in lines if ": configuration " in line] == [
        "editkit: .: configuration editkit.toml; glossary glossary.csv; packs zh-en; engine none",
        "editkit: sub: configuration sub/editkit.toml; engine none",
    ]
    assert ": configuration " not in editkit(*arguments).err


def test_a_server_is_shown_without_its_password_and_only_where_it_is_used(
    editkit: Editkit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(URL, "http://ann:secret@localhost:9/lt")
    lint = ("lint", "a.txt", "--no-cache", "--select", "repeated-word", "-v", "--engine")

    assert "engine both (LanguageTool at http://localhost:9/lt)\n" in editkit(*lint, "both").err
    assert "LanguageTool" not in editkit(*lint, "harper").err + editkit(*lint, "none").err
    assert '"http://localhost:9/lt"' in editkit("config", "show").out
    assert "secret" not in editkit("config", "show", "--format", "json").out
