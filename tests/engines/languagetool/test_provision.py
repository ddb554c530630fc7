from pathlib import Path

import pytest

from editkit.core.engine import EngineError
from editkit.engines.languagetool.provision import EngineSettings, Installation, look


def installed(shelf: Path, *names: str) -> None:
    for name in names:
        (shelf / name).mkdir(parents=True)
        (shelf / name / "languagetool-server.jar").touch()


@pytest.fixture(autouse=True)
def _empty(cache: Path) -> None:
    del cache


def test_the_newest_installation_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed(tmp_path, "LanguageTool-6.10", "LanguageTool-6.8", "LanguageTool-6.9-SNAPSHOT")
    monkeypatch.setenv("LTP_PATH", str(tmp_path))

    assert look(EngineSettings()) == Installation(
        tmp_path / "LanguageTool-6.10" / "languagetool-server.jar", "6.10", pinned=False
    )


def test_language_tool_pythons_own_cache_is_looked_into(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LTP_PATH")
    monkeypatch.setenv("HOME", str(tmp_path))
    installed(tmp_path / ".cache" / "language_tool_python", "LanguageTool-6.6")

    found = look(EngineSettings())

    assert isinstance(found, Installation)
    assert found.version == "6.6"


@pytest.mark.parametrize("variable", ["LTP_PATH", "LTP_JAR_DIR_PATH"])
def test_a_variable_may_name_the_installation_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    installed(tmp_path, "here")
    monkeypatch.delenv("LTP_PATH")
    monkeypatch.setenv(variable, str(tmp_path / "here"))

    found = look(EngineSettings())

    assert isinstance(found, Installation)
    assert found.jar == tmp_path / "here" / "languagetool-server.jar"


def test_a_folder_without_jars_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "LanguageTool-6.8").mkdir()
    monkeypatch.setenv("LTP_PATH", str(tmp_path))

    assert look(EngineSettings()) is None


@pytest.mark.parametrize("named", ["soon", "0", "-1", "nan"])
def test_an_idle_time_that_is_no_number_is_an_error(
    monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    monkeypatch.setenv("EDITKIT_LANGUAGETOOL_IDLE", named)

    with pytest.raises(EngineError, match=f"“{named}”, which is no number of seconds"):
        _ = EngineSettings().idle_seconds
