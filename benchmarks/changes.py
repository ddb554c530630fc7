"""What a changed paragraph costs in an article of 20,000 words, as a part of the first run.

`uv run python benchmarks/changes.py`. The text is new in each round. Three ways to look at it:
commands with nothing there but the jars, so that the first run starts the server; commands that
find the server running and warm; and runs in one process that stays, as an editor's does.
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

from articles import article, changed

from editkit.cache.store import ResultCache
from editkit.config import Settings
from editkit.engines.languagetool.install import home_of
from editkit.engines.languagetool.lock import read_lock
from editkit.linting.discovery import Found
from editkit.linting.session import Session

WORDS = 20_000
ROUNDS, CHANGES = 3, 5
AT_LEAST = 10.0

Run = Callable[[str], None]


def main() -> None:
    """Print a ratio for each way."""
    with _machine() as folder:
        _print("commands, no server yet", [_times(_command(folder), 0)])
        rounds = [_times(_command(folder), seed) for seed in range(1, ROUNDS + 1)]
        _print("commands, a server runs", rounds)
        with Session(cache=ResultCache(folder / "results")) as session:
            run = _in_process(session)
            run("Start.")
            rounds = [_times(run, seed) for seed in range(ROUNDS + 1, 2 * ROUNDS + 1)]
            _print("in one process", rounds)


@contextmanager
def _machine() -> Iterator[Path]:
    """Make a cache with the jars and nothing else; what is started in it ends soon after."""
    jars = home_of(read_lock()).parent
    with tempfile.TemporaryDirectory() as name:
        os.environ.update(
            EDITKIT_CACHE=name,
            EDITKIT_LANGUAGETOOL_IDLE="20",
            PYTHONDONTWRITEBYTECODE="",  # as it is where editkit is installed
            PYTHONPYCACHEPREFIX=f"{name}/bytecode",
        )
        Path(name, jars.name).symlink_to(jars)
        yield Path(name)


def _times(run: Run, seed: int) -> tuple[float, float]:
    """Return the seconds of a first run, and of one with a changed paragraph."""
    text = article(WORDS, seed)
    first = _seconds(run, text)
    again = [
        _seconds(run, changed(text, (n + 0.5) / CHANGES, f"by {n} of them"))
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
        found = Found("article.txt", data=text.encode(), format="plain")
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
