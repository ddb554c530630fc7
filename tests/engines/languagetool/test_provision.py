"""Search for an installed LanguageTool."""

from pathlib import Path

import pytest

from editkit.core.engine import EngineError
from editkit.engines.languagetool.provision import EngineSettings, Installation, find_languagetool


def installed(shelf: Path, *names: str) -> None:
    for name in names:
        (shelf / name).mkdir(parents=True)
        (shelf / name / "languagetool-server.jar").touch()


@pytest.fixture(autouse=True)
def _empty(cache: Path) -> None:
    del cache


def test_the_newest_installation_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed(tmp_path, "LanguageTool-6.10", "LanguageTool-6.8", "LanguageTool-6.9-SNAPSHOT")
    monkeypatch.setenv("LTP_PATH", str(tmp_path))

    assert find_languagetool(EngineSettings()) == Installation(
        tmp_path / "LanguageTool-6.10" / "languagetool-server.jar", "6.10", is_pinned=False
    )


def test_the_cache_of_language_tool_python_is_searched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LTP_PATH")
    monkeypatch.setenv("HOME", str(tmp_path))
    installed(tmp_path / ".cache" / "language_tool_python", "LanguageTool-6.6")

    found = find_languagetool(EngineSettings())

    assert isinstance(found, Installation)
    assert found.version == "6.6"


@pytest.mark.parametrize("variable", ["LTP_PATH", "LTP_JAR_DIR_PATH"])
def test_a_variable_can_be_the_installation_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    installed(tmp_path, "here")
    monkeypatch.delenv("LTP_PATH")
    monkeypatch.setenv(variable, str(tmp_path / "here"))

    found = find_languagetool(EngineSettings())

    assert isinstance(found, Installation)
    assert found.jar == tmp_path / "here" / "languagetool-server.jar"


def test_a_folder_without_jars_is_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "LanguageTool-6.8").mkdir()
    monkeypatch.setenv("LTP_PATH", str(tmp_path))

    assert find_languagetool(EngineSettings()) is None


@pytest.mark.parametrize("named", ["soon", "0", "-1", "nan"])
def test_an_invalid_idle_time_is_an_error(monkeypatch: pytest.MonkeyPatch, named: str) -> None:
    monkeypatch.setenv("EDITKIT_LANGUAGETOOL_IDLE", named)

    with pytest.raises(EngineError, match=f"“{named}”, which is not a number of seconds"):
        _ = EngineSettings().idle_seconds
