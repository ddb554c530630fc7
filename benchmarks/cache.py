"""How long a second run over unchanged files takes, as ratios to starting up and to the first run.

`uv run python benchmarks/cache.py [engine…]`; "none" and "auto" unless named. Starting up is
`editkit lint --help`: the command with its options, and no article. First runs have an empty
cache, and their LanguageTool server is up already.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from editkit.engines.folders import cache_folder

FILES = 20
WORDS = 3_400
FIRST, ROUNDS = 3, 15
PARAGRAPH = (
    "Harbour Motors opened its {}th plant in May, and the old town plant will follow in the "
    "autumn. The harbor motors engineers tested electric cars on forty roads, in rain and in "
    "snow, before the board met again. None of them broke down , said the mayor.\n\n"
)
GLOSSARY = "term,forbidden\nHarbour Motors,\nelectric vehicle,electric car\nOld Town Plant,\n"
EDITKIT = (sys.executable, "-m", "editkit")


def main() -> None:
    """Print the medians for each engine."""
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        (here / "g.csv").write_text(GLOSSARY, encoding="utf-8")
        (here / "articles").mkdir()
        for number in range(FILES):
            text = PARAGRAPH.format(number) * (WORDS // len(PARAGRAPH.split()))
            (here / "articles" / f"{number}.txt").write_text(text, encoding="utf-8")
        for engine in sys.argv[1:] or ("none", "auto"):
            for paths in (("articles/0.txt",), ("articles",)):
                _compare(here, engine, paths)


def _compare(here: Path, engine: str, paths: Sequence[str]) -> None:
    lint = (*EDITKIT, "lint", "--engine", engine, "-g", "g.csv", "--format", "jsonl", *paths)
    _seconds(lint, _emptied(here))  # so that the server runs
    firsts = [_seconds(lint, _emptied(here)) for _ in range(FIRST)]
    seconds, starts = [], []
    for _ in range(ROUNDS):
        seconds.append(_seconds(lint, here / "cache"))
        starts.append(_seconds((*EDITKIT, "lint", "--help"), here / "cache"))
    first, second, start = map(median, (firsts, seconds, starts))
    print(
        f"--engine {engine}, {paths[0]}: first run {first:.2f} s, second {second:.3f} s: "
        f"{second / start:.2f} of starting up, {second / first:.3f} of the first"
    )


def _emptied(here: Path) -> Path:
    """Return a cache without results, but with the engines of this machine."""
    cache = here / "cache"
    for entry in (cache / "results").glob("*"):
        entry.unlink()
    cache.mkdir(exist_ok=True)
    for engine in cache_folder().glob("*"):
        link = cache / engine.name
        if engine.name != "results" and not link.exists():
            link.symlink_to(engine)
    return cache


def _seconds(command: Sequence[str], cache: Path) -> float:
    start = time.perf_counter()
    subprocess.run(
        command,
        cwd=cache.parent,
        env={
            **os.environ,
            "EDITKIT_CACHE": str(cache),
            "EDITKIT_CACHE_SIZE": "200",
            "PYTHONDONTWRITEBYTECODE": "",  # as it is where editkit is installed
            "PYTHONPYCACHEPREFIX": str(cache.parent / "bytecode"),
        },
        capture_output=True,
        check=False,
    )
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
