"""Time of linting an article of 20,000 words after one paragraph has changed.

`uv run python benchmarks/changes.py`. The result is a ratio to the first run; each round has a new
text. Measured are commands that start the server in the first run, commands with a running server,
and runs within one process, as in an editor.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from articles import article, with_added_sentence

from editkit.cache.store import ResultCache
from editkit.config import Settings
from editkit.engines.languagetool.install import install_folder
from editkit.engines.languagetool.lock import read_lock
from editkit.linting.files.source_file import SourceFile
from editkit.linting.session import Session

WORDS = 20_000
ROUNDS = 3
CHANGES = 5
MIN_RATIO = 10.0

Run = Callable[[str], None]


def main() -> None:
    """Print a ratio for each way of running."""
    with _isolated_cache() as folder:
        _print("commands, no server yet", [_times(_command(folder), 0)])
        rounds = [_times(_command(folder), seed) for seed in range(1, ROUNDS + 1)]
        _print("commands, a server runs", rounds)
        with Session(cache=ResultCache(folder / "results")) as session:
            run = _in_process(session)
            run("Start.")
            rounds = [_times(run, seed) for seed in range(ROUNDS + 1, 2 * ROUNDS + 1)]
            _print("in one process", rounds)


@contextmanager
def _isolated_cache() -> Iterator[Path]:
    """Set up a cache with only the jars; servers started in it end soon after."""
    jars = install_folder(read_lock()).parent
    with tempfile.TemporaryDirectory() as name:
        os.environ.update(
            EDITKIT_CACHE=name,
            EDITKIT_LANGUAGETOOL_IDLE="20",
            PYTHONDONTWRITEBYTECODE="",  # as in an installation
            PYTHONPYCACHEPREFIX=f"{name}/bytecode",
        )
        Path(name, jars.name).symlink_to(jars)
        yield Path(name)


def _times(run: Run, seed: int) -> tuple[float, float]:
    """Return the seconds of a first run, and of one with a changed paragraph."""
    text = article(WORDS, seed)
    first = _seconds(run, text)
    again = [
        _seconds(run, with_added_sentence(text, (n + 0.5) / CHANGES, f"by {n} of them"))
        for n in range(CHANGES)
    ]
    return first, median(again)


def _seconds(run: Run, text: str) -> float:
    start = time.perf_counter()
    run(text)
    return time.perf_counter() - start


def _command(folder: Path) -> Run:
    file = folder / "article.txt"
    subprocess.run([sys.executable, "-m", "editkit", "rules"], capture_output=True, check=True)

    def run(text: str) -> None:
        file.write_text(text, encoding="utf-8")
        command = (sys.executable, "-m", "editkit", "lint", "--engine", "languagetool")
        subprocess.run((*command, "--format", "jsonl", file), capture_output=True, check=False)

    return run


def _in_process(session: Session) -> Run:
    settings = Settings(engine="languagetool")

    def run(text: str) -> None:
        found = SourceFile("article.txt", data=text.encode(), format="plain")
        [result] = session.run([(settings, found)])
        if result.notices:
            sys.exit(str(result.notices))

    return run


def _print(how: str, rounds: list[tuple[float, float]]) -> None:
    firsts, seconds = zip(*rounds, strict=True)
    ratio = median(first / second for first, second in rounds)
    first, second = median(firsts), median(seconds)
    print(f"{how}: first {first:.2f} s, one paragraph changed {second:.2f} s, {ratio:.1f} times")


if __name__ == "__main__":
    main()
