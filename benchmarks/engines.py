"""Time of editkit relative to a bare LanguageTool server.

`uv run python benchmarks/engines.py [FILE]`. Both check the same batches, two in parallel,
alternating in one run; the medians are compared. editkit's times are whole calls of `editkit.lint`
with its own checks. The first check is measured from the call, or the start of the bare JVM, to
the last finding, in a new Python process each time.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from bare import BareServer

import editkit
from editkit.core.document import Document
from editkit.engines.chunks import split
from editkit.engines.languagetool.install import install_folder
from editkit.engines.languagetool.lock import read_lock
from editkit.engines.languagetool.provision import EngineSettings, provide

_FIRST_ROUNDS = 5
_WARM_ROUNDS = 15


def main() -> None:
    """Print both ratios."""
    if sys.argv[1:2] == ["--first"]:
        print(_first(_document(sys.argv[2:])))
        return
    document = _document(sys.argv[1:])
    batches = [span.of(document.text) for span in split(document)]
    provide(EngineSettings(), lambda _done, _all: None)
    print(f"{len(document.text)} characters in {len(batches)} batches")
    firsts = [(_in_new_python(), _bare_first(batches)) for _ in range(_FIRST_ROUNDS)]
    _print("first check", firsts, 1.3)
    _print("warm check", _warm(document, batches), 1.2)


def _document(arguments: Sequence[str]) -> Document:
    text = Path(arguments[0]).read_text("utf-8") if arguments else _sample()
    return Document.plain(text, lang="en-US")


def _sample() -> str:
    articles = sorted(Path(__file__).parent.parent.joinpath("corpus").glob("*.txt"))
    return "\n\n".join(article.read_text("utf-8") for article in articles)


def _print(what: str, pairs: Sequence[tuple[float, float]], limit: float) -> None:
    own, bare = (median(times) for times in zip(*pairs, strict=True))
    print(f"{what}: {own:.2f} s, bare {bare:.2f} s, ratio {own / bare:.2f} (at most {limit})")


def _in_new_python() -> float:
    """Return the seconds of a first check without a running server."""
    jars = install_folder(read_lock()).parent
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, jars.name).symlink_to(jars)
        run = subprocess.run(
            [sys.executable, __file__, "--first", *sys.argv[1:]],
            env={**os.environ, "EDITKIT_CACHE": folder},
            stdout=subprocess.PIPE,
            check=True,
        )
        return float(run.stdout)


def _first(document: Document) -> float:
    os.environ["EDITKIT_LANGUAGETOOL_IDLE"] = "1"
    start = time.perf_counter()
    _lint(document.text)
    return time.perf_counter() - start


def _lint(text: str) -> None:
    result = editkit.lint(text, engine="languagetool")
    if [engine.state.value for engine in result.engines] != ["ran"]:
        sys.exit(str(result.notices))


def _bare_first(batches: Sequence[str]) -> float:
    start = time.perf_counter()
    with BareServer() as server:
        server.check(batches)
        return time.perf_counter() - start


def _warm(document: Document, batches: Sequence[str]) -> list[tuple[float, float]]:
    _lint(document.text)
    with BareServer() as server:
        pairs = []
        for _ in range(_WARM_ROUNDS):
            start = time.perf_counter()
            _lint(document.text)
            between = time.perf_counter()
            server.check(batches)
            pairs.append((between - start, time.perf_counter() - between))
    return pairs[_WARM_ROUNDS // 3 :]


if __name__ == "__main__":
    main()
