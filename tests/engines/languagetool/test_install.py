"""Installation in the cache, from a local repository."""

import gc
import pickle
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from editkit.core.engine import EngineError
from editkit.engines.languagetool.install import install, install_folder, missing_jars
from editkit.engines.languagetool.lock import read_lock
from editkit.engines.languagetool.provision import EngineSettings, provide
from tests.capabilities import needs
from tests.engines.conftest import Repository

INSTALL = (
    "import pickle, sys; from editkit.engines.languagetool.install import install;"
    "install(pickle.loads(open(sys.argv[1], 'rb').read()), lambda a, b: None)"
)
# Bytecode that the limit cuts short would fail in every process that reads it later.
LIMITED = (
    "import resource, sys; sys.dont_write_bytecode = True; "
    "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096));"
)


def check_progress(done: int, size: int) -> None:
    assert done <= size


def install_in_new_process(repository: Repository, code: str = INSTALL) -> "subprocess.Popen[str]":
    lock = repository.folder / "lock.pickle"
    lock.write_bytes(pickle.dumps(repository.lock))
    return subprocess.Popen([sys.executable, "-c", code, lock], stderr=subprocess.PIPE, text=True)


def test_the_layout_matches_the_official_distribution(repository: Repository) -> None:
    progress: list[tuple[int, int]] = []

    home = install(repository.lock, lambda done, size: progress.append((done, size)))

    assert sorted(p.relative_to(home).as_posix() for p in home.rglob("*.jar")) == [
        "languagetool-server.jar",
        "libs/helper-lib.jar",
    ]
    assert home.name == "LanguageTool-1.0"
    assert [home.parent.name] == [p.name for p in home.parent.parent.iterdir() if p.is_dir()]
    assert (progress[0], progress[-1]) == ((0, repository.lock.size), (repository.lock.size,) * 2)
    assert progress == sorted(progress)


def test_a_complete_cache_downloads_nothing(repository: Repository) -> None:
    install(repository.lock, check_progress)
    repository.requested_paths.clear()

    install(repository.lock, check_progress)

    assert repository.requested_paths == []


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # jgo's socket
def test_an_interrupted_download_is_resumed(repository: Repository) -> None:
    server, helper = repository.lock.jars
    lost = repository.file(helper).rename(repository.folder / "lost")
    with pytest.raises(EngineError, match="LanguageTool cannot be fetched"):
        install(repository.lock, check_progress)
    gc.collect()
    assert not install_folder(repository.lock).exists()
    lost.rename(repository.file(helper))
    repository.requested_paths.clear()

    home = install(repository.lock, check_progress)

    assert repository.fetched() == ["helper-lib-1.0.jar"]
    assert server.is_intact(home / server.relative_path)


def test_an_unreachable_repository_is_an_error(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITKIT_MAVEN_REPOSITORY", "http://127.0.0.1:9")

    with pytest.raises(EngineError, match=r"cannot be fetched \(no connection\); set EDITKIT"):
        install(repository.lock, check_progress)


@pytest.mark.parametrize("damage", [b"", b"jar of another"])
def test_a_damaged_jar_is_downloaded_again(repository: Repository, damage: bytes) -> None:
    home = install(repository.lock, check_progress)
    (home / "libs" / "helper-lib.jar").write_bytes(damage)
    repository.requested_paths.clear()

    install(repository.lock, check_progress)

    assert repository.fetched() == ["helper-lib-1.0.jar"]
    assert not missing_jars(repository.lock, home)


def test_a_jar_with_another_hash_is_refused(repository: Repository) -> None:
    repository.file(repository.lock.jars[1]).write_bytes(b"something else")

    with pytest.raises(EngineError, match=r"another “helper-lib-1[.]0” than editkit knows"):
        install(repository.lock, check_progress)
    assert not install_folder(repository.lock).exists()


def test_a_damaged_copy_in_the_local_repository_is_replaced(
    repository: Repository, tmp_path: Path
) -> None:
    local = tmp_path / "no-m2"
    shutil.copytree(repository.folder, local)
    jar = repository.lock.jars[1]
    (local / repository.file(jar).relative_to(repository.folder)).write_bytes(b"cut off")

    home = install(repository.lock, check_progress)

    assert repository.fetched() == ["helper-lib-1.0.jar"]
    assert not missing_jars(repository.lock, home)
    assert len(list(local.rglob("*.jar"))) == 2


@pytest.mark.live
def test_two_processes_download_once(repository: Repository) -> None:
    both = [install_in_new_process(repository) for _ in range(2)]

    assert [process.communicate()[1] for process in both] == ["", ""]
    assert repository.fetched() == ["helper-lib-1.0.jar", "languagetool-server-1.0.jar"]
    assert not missing_jars(repository.lock, install_folder(repository.lock))


@pytest.mark.live
def test_a_full_disk_is_an_error_in_one_sentence(repository: Repository) -> None:
    process = install_in_new_process(repository, LIMITED + INSTALL)

    output = process.communicate()[1].strip().split("\n")[-1]

    assert output.startswith("editkit.core.engine.EngineError: No space left in “")
    assert output.endswith("free some or set EDITKIT_CACHE to another folder.")


def test_free_space_is_checked_before_the_download(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(repository.folder)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=100))

    with pytest.raises(
        EngineError, match=r"LanguageTool needs 1 MB, but “.*” does not have enough space"
    ):
        install(repository.lock, check_progress)
    assert repository.requested_paths == []


def test_a_read_only_cache_is_an_error(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("EDITKIT_CACHE", str(tmp_path / "file" / "cache"))

    with pytest.raises(EngineError, match=r"cannot be written \(not a directory\)"):
        install(repository.lock, check_progress)
    assert repository.requested_paths == []


def test_offline_with_an_empty_cache_gives_an_install_hint(repository: Repository) -> None:
    with pytest.raises(EngineError, match="not in the cache; run “editkit engines install”"):
        provide(EngineSettings(offline=True), check_progress)
    assert repository.requested_paths == []


@pytest.mark.live
@needs("modes", "programs")
def test_maven_is_used_if_its_settings_have_a_mirror(
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

    home = install(repository.lock, check_progress)

    assert not missing_jars(repository.lock, home)
    assert repository.requested_paths == []


def test_the_lock_has_the_jars_for_english() -> None:
    lock = read_lock()

    assert (lock.version, len(lock.jars)) == ("6.8", 48)
    assert len({jar.relative_path for jar in lock.jars}) == 48
    assert 44_000_000 < lock.size < 46_000_000
