"""Installation of the locked LanguageTool in the user's cache."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from editkit.core.engine import EngineError
from editkit.core.storage.file_lock import locked
from editkit.engines.folders import cache_folder, make_folder, write_error
from editkit.engines.languagetool.lock import Jar, Lock
from editkit.engines.languagetool.supported_system import require_supported_system

Progress = Callable[[int, int], None]
"""Called with the amount done and the total, for example in bytes."""


def install_folder(lock: Lock) -> Path:
    """Return the folder to install the jars of `lock` in.

    It has the name and the layout of the official distribution; its parent folder is a
    valid `LTP_PATH` of language-tool-python.
    """
    return cache_folder() / f"languagetool-{lock.digest[:12]}" / f"LanguageTool-{lock.version}"


def missing_jars(lock: Lock, folder: Path) -> tuple[Jar, ...]:
    """Return the jars that are missing or damaged in `folder`; reads all of them."""
    return tuple(jar for jar in lock.jars if not jar.is_intact(folder / jar.relative_path))


def install(lock: Lock, progress: Progress) -> Path:
    """Install the jars of `lock` that are missing from the cache, and return their folder.

    A first installation appears in the cache complete or not at all. If two processes
    install at once, one downloads and the other waits. Raises EngineError on failure.
    """
    require_supported_system()
    home = install_folder(lock)
    folder = home.parent
    make_folder(folder.parent)
    try:
        with locked(folder.with_suffix(".lock")):
            partial = folder.with_suffix(".part")
            target = home if home.exists() else partial / home.name
            if missing := missing_jars(lock, target):
                _download(lock, missing, target, progress)
            if target != home:
                folder.mkdir(exist_ok=True)
                target.rename(home)
                partial.rmdir()
    except OSError as error:
        raise write_error(folder.parent, error) from error
    return home


def _download(lock: Lock, missing: tuple[Jar, ...], target: Path, progress: Progress) -> None:
    from editkit.engines.languagetool.fetch import fetch  # noqa: PLC0415  (an installed version needs no network)

    missing_size = sum(jar.size for jar in missing)
    # One jar at a time takes space twice, in the incoming folder and in the target.
    target.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(target).free < missing_size + max(jar.size for jar in missing):
        size = -(-missing_size // 1_000_000)
        raise EngineError(
            f"LanguageTool needs {size} MB, but “{target.parent.parent}” does not have "
            "enough space. Free some, or set EDITKIT_CACHE to another folder."
        )
    (target / "libs").mkdir(exist_ok=True)
    incoming = target.parent / "incoming"
    shutil.rmtree(incoming, ignore_errors=True)
    incoming.mkdir()
    done = lock.size - missing_size
    progress(done, lock.size)

    def received(count: int) -> None:
        nonlocal done
        done = min(done + count, lock.size)
        progress(done, lock.size)

    def store(jar: Jar, file: Path) -> None:
        target_file = target / jar.relative_path
        if file.is_relative_to(incoming):
            file.replace(target_file)
            return
        copy = incoming / f"{jar.sha256}.jar"
        shutil.copyfile(file, copy)
        if not jar.is_intact(copy):
            raise EngineError(f"“{file}” changed while editkit copied it.")
        copy.replace(target_file)

    try:
        fetch(missing, incoming, store, received)
    finally:
        shutil.rmtree(incoming, ignore_errors=True)
    progress(lock.size, lock.size)
    _sync(target)


def _sync(folder: Path) -> None:
    """Flush the jars to disk before their folder is renamed."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
