"""Speed of linting a folder of 100,000 words, relative to a bare LanguageTool server.

`uv run python benchmarks/folder.py [WORDS]`. Both check the same batches, with the same number in
parallel, alternating in one run. editkit's time is the whole command `editkit lint --no-cache`
with all of its checks; the servers are running and warm.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from articles import article
from bare import BareServer

from editkit.engines.chunks import split
from editkit.engines.languagetool.engine import max_parallel_requests
from editkit.formats.plain import Plain

WORDS = 100_000
FILES = 30
ROUNDS = 3
MIN_RATIO = 0.9


def main() -> None:
    """Print the ratio."""
    words = int(sys.argv[1]) if sys.argv[1:] else WORDS
    os.environ["EDITKIT_LANGUAGETOOL_IDLE"] = "600"
    with tempfile.TemporaryDirectory() as name, BareServer() as server:
        folder = Path(name)
        texts = [article(words // FILES, seed) for seed in range(FILES)]
        for number, text in enumerate(texts):
            (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
        batches = [batch for text in texts for batch in _batches(text)]
        print(f"{words} words, {len(batches)} batches, {max_parallel_requests()} at a time")
        server.check(batches[: len(batches) // 4])
        _lint(folder / "00.txt")
        pairs = [(_editkit(folder), _bare(server, batches)) for _ in range(ROUNDS)]
    own, bare = (median(times) for times in zip(*pairs, strict=True))
    ratio = median(other / one for one, other in pairs)
    print(f"folder: {own:.2f} s, bare {bare:.2f} s, ratio {ratio:.2f} (at least {MIN_RATIO})")


def _batches(text: str) -> list[str]:
    parsed = Plain().parse(text.encode(), uri="", lang="en-US")
    return [span.of(document.text) for document in parsed.documents for span in split(document)]


def _editkit(folder: Path) -> float:
    start = time.perf_counter()
    _lint(folder)
    return time.perf_counter() - start


def _lint(path: Path) -> None:
    command = (sys.executable, "-m", "editkit", "lint", "--engine", "languagetool", "--no-cache")
    done = subprocess.run(
        (*command, "--format", "jsonl", path), capture_output=True, text=True, check=False
    )
    if done.stderr:
        sys.exit(done.stderr)


def _bare(server: BareServer, batches: Sequence[str]) -> float:
    start = time.perf_counter()
    server.check(batches)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
