"""Time of a second run on unchanged files, relative to start-up and to the first run.

`uv run python benchmarks/cache.py [engine…]`; default: "none" and "auto". Start-up is `editkit
lint --help`: the command with its options but without an article. First runs have an empty cache,
and their LanguageTool server is already running.
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
FIRST_RUNS = 3
ROUNDS = 15
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
        path = Path(folder)
        (path / "g.csv").write_text(GLOSSARY, encoding="utf-8")
        (path / "articles").mkdir()
        for number in range(FILES):
            text = PARAGRAPH.format(number) * (WORDS // len(PARAGRAPH.split()))
            (path / "articles" / f"{number}.txt").write_text(text, encoding="utf-8")
        for engine in sys.argv[1:] or ("none", "auto"):
            for paths in (("articles/0.txt",), ("articles",)):
                _compare(path, engine, paths)


def _compare(folder: Path, engine: str, paths: Sequence[str]) -> None:
    lint = (*EDITKIT, "lint", "--engine", engine, "-g", "g.csv", "--format", "jsonl", *paths)
    _seconds(lint, _empty_cache(folder))  # starts the server
    firsts = [_seconds(lint, _empty_cache(folder)) for _ in range(FIRST_RUNS)]
    seconds, starts = [], []
    for _ in range(ROUNDS):
        seconds.append(_seconds(lint, folder / "cache"))
        starts.append(_seconds((*EDITKIT, "lint", "--help"), folder / "cache"))
    first, second, start = map(median, (firsts, seconds, starts))
    print(
        f"--engine {engine}, {paths[0]}: first run {first:.2f} s, second {second:.3f} s: "
        f"{second / start:.2f} of starting up, {second / first:.3f} of the first"
    )


def _empty_cache(folder: Path) -> Path:
    """Return a cache without results, but with this machine's engines."""
    cache = folder / "cache"
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
            "PYTHONDONTWRITEBYTECODE": "",  # as in an installation
            "PYTHONPYCACHEPREFIX": str(cache.parent / "bytecode"),
        },
        capture_output=True,
        check=False,
    )
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
