"""Filling the cache, against a repository on this machine."""

import gc
import pickle
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from editkit.core.engine import EngineError
from editkit.engines.languagetool.install import home_of, install, missing
from editkit.engines.languagetool.lock import read_lock
from editkit.engines.languagetool.provision import EngineSettings, provide
from tests.engines.conftest import Repository

FILL = (
    "import pickle, sys; from editkit.engines.languagetool.install import install;"
    "install(pickle.loads(open(sys.argv[1], 'rb').read()), lambda a, b: None)"
)
LIMITED = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096));"


def quiet(done: int, size: int) -> None:
    assert done <= size


def fill_elsewhere(repository: Repository, code: str = FILL) -> "subprocess.Popen[str]":
    lock = repository.folder / "lock.pickle"
    lock.write_bytes(pickle.dumps(repository.lock))
    return subprocess.Popen([sys.executable, "-c", code, lock], stderr=subprocess.PIPE, text=True)


def test_the_layout_is_that_of_the_official_distribution(repository: Repository) -> None:
    told: list[tuple[int, int]] = []

    home = install(repository.lock, lambda done, size: told.append((done, size)))

    assert sorted(p.relative_to(home).as_posix() for p in home.rglob("*.jar")) == [
        "languagetool-server.jar",
        "libs/helper-lib.jar",
    ]
    assert home.name == "LanguageTool-1.0"
    assert [home.parent.name] == [p.name for p in home.parent.parent.iterdir() if p.is_dir()]
    assert (told[0], told[-1]) == ((0, repository.lock.size), (repository.lock.size,) * 2)
    assert told == sorted(told)


def test_a_full_cache_asks_for_nothing(repository: Repository) -> None:
    install(repository.lock, quiet)
    repository.asked.clear()

    install(repository.lock, quiet)

    assert repository.asked == []


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # jgo's socket
def test_what_came_before_an_interruption_is_not_fetched_again(repository: Repository) -> None:
    server, helper = repository.lock.jars
    lost = repository.file(helper).rename(repository.folder / "lost")
    with pytest.raises(EngineError, match="LanguageTool cannot be fetched"):
        install(repository.lock, quiet)
    gc.collect()
    assert not home_of(repository.lock).exists()
    lost.rename(repository.file(helper))
    repository.asked.clear()

    home = install(repository.lock, quiet)

    assert repository.fetched() == ["helper-lib-1.0.jar"]
    assert server.intact(home / server.place)


def test_a_repository_that_nobody_keeps_is_said(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITKIT_MAVEN_REPOSITORY", "http://127.0.0.1:9")

    with pytest.raises(EngineError, match=r"cannot be fetched \(no connection\); set EDITKIT"):
        install(repository.lock, quiet)


@pytest.mark.parametrize("damage", [b"", b"jar of another"])
def test_a_damaged_jar_is_fetched_anew(repository: Repository, damage: bytes) -> None:
    home = install(repository.lock, quiet)
    (home / "libs" / "helper-lib.jar").write_bytes(damage)
    repository.asked.clear()

    install(repository.lock, quiet)

    assert repository.fetched() == ["helper-lib-1.0.jar"]
    assert not missing(repository.lock, home)


def test_a_jar_with_another_hash_is_refused(repository: Repository) -> None:
    repository.file(repository.lock.jars[1]).write_bytes(b"something else")

    with pytest.raises(EngineError, match=r"another “helper-lib-1[.]0” than editkit knows"):
        install(repository.lock, quiet)
    assert not home_of(repository.lock).exists()


def test_a_damaged_copy_in_the_local_repository_does_no_harm(
    repository: Repository, tmp_path: Path
) -> None:
    local = tmp_path / "no-m2"
    shutil.copytree(repository.folder, local)
    jar = repository.lock.jars[1]
    (local / repository.file(jar).relative_to(repository.folder)).write_bytes(b"cut off")

    home = install(repository.lock, quiet)

    assert repository.fetched() == ["helper-lib-1.0.jar"]
    assert not missing(repository.lock, home)
    assert len(list(local.rglob("*.jar"))) == 2


def test_two_processes_fill_it_once(repository: Repository) -> None:
    both = [fill_elsewhere(repository) for _ in range(2)]

    assert [process.communicate()[1] for process in both] == ["", ""]
    assert repository.fetched() == ["helper-lib-1.0.jar", "languagetool-server-1.0.jar"]
    assert not missing(repository.lock, home_of(repository.lock))


def test_a_full_disk_is_said_in_one_sentence(repository: Repository) -> None:
    process = fill_elsewhere(repository, LIMITED + FILL)

    said = process.communicate()[1].strip().split("\n")[-1]

    assert said.startswith("editkit.core.engine.EngineError: There is no space left in “")
    assert said.endswith("free some or set EDITKIT_CACHE to another folder.")


def test_too_little_space_is_noticed_before_anything_is_fetched(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(repository.folder)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=100))

    with pytest.raises(EngineError, match=r"LanguageTool needs 1 MB and “.*” has not that much"):
        install(repository.lock, quiet)
    assert repository.asked == []


def test_a_cache_that_cannot_be_written_is_said(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("EDITKIT_CACHE", str(tmp_path / "file" / "cache"))

    with pytest.raises(EngineError, match=r"cannot be written \(not a directory\)"):
        install(repository.lock, quiet)
    assert repository.asked == []


def test_offline_with_an_empty_cache_says_how_to_fill_it(repository: Repository) -> None:
    with pytest.raises(EngineError, match="not in the cache; run “editkit engines install”"):
        provide(EngineSettings(offline=True), quiet)
    assert repository.asked == []


def test_maven_is_asked_where_its_settings_know_a_mirror(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mvn = tmp_path / "maven" / "bin" / "mvn"
    mvn.parent.mkdir(parents=True)
    mvn.write_text(
        f'#!/bin/sh\nfind {repository.folder} -name "*.jar" -exec cp {{}} ${{6#*=}} \\;\n'
    )
    mvn.chmod(0o755)
    settings = tmp_path / "maven" / "conf" / "settings.xml"
    settings.parent.mkdir()
    settings.write_text("<settings><mirrors><mirror><url>u</url></mirror></mirrors></settings>")
    monkeypatch.setenv("PATH", str(mvn.parent), prepend=":")
    monkeypatch.delenv("EDITKIT_MAVEN_REPOSITORY")

    home = install(repository.lock, quiet)

    assert not missing(repository.lock, home)
    assert repository.asked == []


def test_the_lock_is_that_of_languagetool_for_english() -> None:
    lock = read_lock()

    assert (lock.version, len(lock.jars)) == ("6.8", 48)
    assert len({jar.place for jar in lock.jars}) == 48
    assert 44_000_000 < lock.size < 46_000_000
