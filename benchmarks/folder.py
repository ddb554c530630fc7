"""How fast a folder of 100,000 words is checked, as a ratio to a bare LanguageTool server.

`uv run python benchmarks/folder.py [WORDS]`. Both get the same batches, as many at a time, in
turns, in one run. Ours is the whole command `editkit lint --no-cache` with all of its checks; the
servers run and are warm.
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

from editkit.engines.chunks import cut
from editkit.engines.languagetool.engine import at_a_time
from editkit.formats.plain import Plain

WORDS, FILES, ROUNDS = 100_000, 30, 3
AT_LEAST = 0.9


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
        print(f"{words} words, {len(batches)} batches, {at_a_time()} at a time")
        server.check(batches[: len(batches) // 4])
        _lint(folder / "00.txt")
        pairs = [(_ours(folder), _bare(server, batches)) for _ in range(ROUNDS)]
    ours, bare = (median(times) for times in zip(*pairs, strict=True))
    ratio = median(theirs / own for own, theirs in pairs)
    print(f"folder: {ours:.2f} s, bare {bare:.2f} s, ratio {ratio:.2f} (at least {AT_LEAST})")


def _batches(text: str) -> list[str]:
    parsed = Plain().parse(text.encode(), uri="", lang="en-US")
    return [span.of(document.text) for document in parsed.documents for span in cut(document)]


def _ours(folder: Path) -> float:
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
