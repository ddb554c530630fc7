"""Status and installation of engines on the command line."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from editkit.cli import run
from editkit.cli.engines import command
from editkit.core.engine_provider import EngineAccess
from editkit.engines.languagetool.install import install, install_folder
from editkit.engines.selection import engine_statuses
from tests.engines.conftest import Repository, server_processes


@pytest.mark.usefixtures("fake_java")
def test_installed_engines_are_shown_and_none_is_started(cache: Path, fake_java: Path) -> None:
    shown = CliRunner().invoke(command)

    assert shown.exit_code == 0
    assert shown.output.startswith("languagetool 6.8  ready\n  jars in ")
    assert f"Java 21 at {fake_java}/bin/java\n" in shown.output
    assert "harper 0.2" in shown.output
    assert shown.output.endswith("Default engine: languagetool\n")
    assert server_processes(cache) == []


@pytest.mark.usefixtures("cache")
def test_missing_components_are_shown_with_an_install_hint(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("EDITKIT_JAVA", "/nowhere")

    shown = CliRunner().invoke(command, ["--offline"])

    assert shown.exit_code == 0
    assert "languagetool -  not ready\n" in shown.output
    assert "not in the cache; run “editkit engines install” once with a network." in shown.output
    assert "EDITKIT_JAVA names “/nowhere”, which is no Java" in shown.output
    assert shown.output.endswith("Default engine: harper\n")


def test_damaged_jars_are_counted(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "editkit.engines.languagetool.provision.read_lock", lambda: repository.lock
    )
    monkeypatch.setattr("editkit.engines.languagetool.status.read_lock", lambda: repository.lock)
    install(repository.lock, lambda _done, _all: None)
    (install_folder(repository.lock) / "libs" / "helper-lib.jar").write_bytes(b"cut")

    languagetool, _ = engine_statuses(EngineAccess())

    assert not languagetool.is_ready
    assert languagetool.problems[0].startswith("1 of its jars are missing or damaged;")


def test_an_unreachable_server_is_not_ready() -> None:
    languagetool, harper = engine_statuses(
        EngineAccess(urls={"languagetool": "http://127.0.0.1:9"})
    )

    assert (languagetool.is_ready, harper.is_ready) == (False, True)
    assert languagetool.problems == (
        "The LanguageTool server “http://127.0.0.1:9” does not answer. Start it, or omit it.",
    )


def test_install_downloads_once(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("editkit.engines.languagetool.lock.read_lock", lambda: repository.lock)
    home = install_folder(repository.lock)

    outputs = [CliRunner().invoke(command, ["install"]).stdout for _ in range(2)]

    assert outputs == [f"LanguageTool 1.0 is in {home}\n"] * 2
    assert len(repository.fetched()) == 2


@pytest.mark.usefixtures("cache")
@pytest.mark.parametrize("args", [["--offline", "install"], ["install", "--offline"]])
def test_install_respects_offline(args: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["engines", *args]) == 2
    assert "LanguageTool is not in the cache" in capsys.readouterr().err
