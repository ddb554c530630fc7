"""Fills the user's cache with the LanguageTool that the lock describes."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from editkit.core.engine import EngineError
from editkit.engines.folders import cache_folder, cannot_write, make_folder
from editkit.engines.languagetool.file_locks import exclusive, require_locks
from editkit.engines.languagetool.lock import Jar, Lock

Progress = Callable[[int, int], None]
"""Is told how many bytes have come, and of how many."""


def home_of(lock: Lock) -> Path:
    """Return the folder that holds `lock`'s jars once it is filled.

    It has the name and the layout of the official distribution; the folder
    above it is what language-tool-python takes as `LTP_PATH`.
    """
    return cache_folder() / f"languagetool-{lock.digest[:12]}" / f"LanguageTool-{lock.version}"


def missing(lock: Lock, home: Path) -> tuple[Jar, ...]:
    """Return the jars that `home` has not, or has damaged; reads all of them."""
    return tuple(jar for jar in lock.jars if not jar.intact(home / jar.place))


def install(lock: Lock, progress: Progress) -> Path:
    """Make the cache hold every jar of `lock` and return where they are.

    Jars that are there and intact are not fetched again. A first filling is
    put in place whole, so that nobody sees half of it; of two processes one
    fills and the other waits. Raises EngineError where that cannot be done.
    """
    require_locks()
    home = home_of(lock)
    shelf = home.parent
    make_folder(shelf.parent)
    try:
        with exclusive(shelf.with_suffix(".lock")):
            part = shelf.with_suffix(".part")
            target = home if home.exists() else part / home.name
            if absent := missing(lock, target):
                _bring(lock, absent, target, progress)
            if target != home:
                shelf.mkdir(exist_ok=True)
                target.rename(home)
                part.rmdir()
    except OSError as error:
        raise cannot_write(shelf.parent, error) from error
    return home


def _bring(lock: Lock, absent: tuple[Jar, ...], target: Path, progress: Progress) -> None:
    from editkit.engines.languagetool.fetch import fetch  # noqa: PLC0415  (what is there needs no network)

    wanted = sum(jar.size for jar in absent)
    # a jar lies in the incoming folder and, copied from a local repository, in the target
    target.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(target).free < wanted + max(jar.size for jar in absent):
        size = -(-wanted // 1_000_000)
        raise EngineError(
            f"LanguageTool needs {size} MB and “{target.parent.parent}” has not that much space; "
            "free some or set EDITKIT_CACHE to another folder."
        )
    (target / "libs").mkdir(exist_ok=True)
    incoming = target.parent / "incoming"
    shutil.rmtree(incoming, ignore_errors=True)
    incoming.mkdir()
    done = lock.size - wanted
    progress(done, lock.size)

    def received(count: int) -> None:
        nonlocal done
        done = min(done + count, lock.size)
        progress(done, lock.size)

    def take(jar: Jar, file: Path) -> None:
        place = target / jar.place
        if file.is_relative_to(incoming):
            file.replace(place)
            return
        copied = incoming / f"{jar.sha256}.jar"
        shutil.copyfile(file, copied)
        if not jar.intact(copied):
            raise EngineError(f"“{file}” changed while editkit copied it.")
        copied.replace(place)

    try:
        fetch(absent, incoming, take, received)
    finally:
        shutil.rmtree(incoming, ignore_errors=True)
    progress(lock.size, lock.size)
    _sync(target)


def _sync(folder: Path) -> None:
    """Have the jars on the disk before their folder gets its name."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
