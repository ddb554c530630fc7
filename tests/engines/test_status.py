from pathlib import Path

import pytest
from click.testing import CliRunner

from editkit.cli import run
from editkit.cli.engines import command
from editkit.engines.languagetool.install import home_of, install
from editkit.engines.languagetool.provision import EngineSettings
from editkit.engines.status import engine_status
from tests.engines.conftest import Repository, processes


@pytest.mark.usefixtures("fake_java")
def test_what_is_there_is_shown_and_nothing_is_started(cache: Path, fake_java: Path) -> None:
    shown = CliRunner().invoke(command)

    assert shown.exit_code == 0
    assert shown.output.startswith("languagetool 6.8  ready\n  jars in ")
    assert f"Java 21 at {fake_java}/bin/java\n" in shown.output
    assert "harper 0.2" in shown.output
    assert shown.output.endswith("Without --engine, a run has languagetool now.\n")
    assert processes(cache) == []


@pytest.mark.usefixtures("cache")
def test_what_is_missing_is_shown_with_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITKIT_JAVA", "/nowhere")

    shown = CliRunner().invoke(command, ["--offline"])

    assert shown.exit_code == 0
    assert "languagetool -  not ready\n" in shown.output
    assert "not in the cache; run “editkit engines install” once with a network." in shown.output
    assert "EDITKIT_JAVA names “/nowhere”, which is no Java" in shown.output
    assert shown.output.endswith("Without --engine, a run has harper now.\n")


def test_damaged_jars_are_counted(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "editkit.engines.languagetool.provision.read_lock", lambda: repository.lock
    )
    monkeypatch.setattr("editkit.engines.status.read_lock", lambda: repository.lock)
    install(repository.lock, lambda _done, _all: None)
    (home_of(repository.lock) / "libs" / "helper-lib.jar").write_bytes(b"cut")

    languagetool, _ = engine_status(EngineSettings())

    assert not languagetool.ready
    assert languagetool.lacks[0].startswith("1 of its jars are missing or damaged;")


def test_a_server_that_does_not_answer_is_missing() -> None:
    languagetool, harper = engine_status(EngineSettings(url="http://127.0.0.1:9"))

    assert (languagetool.ready, harper.ready) == (False, True)
    assert languagetool.lacks == (
        "The LanguageTool server “http://127.0.0.1:9” does not answer; start it or name none.",
    )


def test_install_fills_the_cache_once(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("editkit.engines.languagetool.lock.read_lock", lambda: repository.lock)
    home = home_of(repository.lock)

    outputs = [CliRunner().invoke(command, ["install"]).stdout for _ in range(2)]

    assert outputs == [f"LanguageTool 1.0 is in {home}\n"] * 2
    assert len(repository.fetched()) == 2


@pytest.mark.usefixtures("cache")
@pytest.mark.parametrize("args", [["--offline", "install"], ["install", "--offline"]])
def test_install_stays_offline(args: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["engines", *args]) == 2
    assert "LanguageTool is not in the cache" in capsys.readouterr().err
