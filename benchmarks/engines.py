"""How much longer editkit's checks take than a bare LanguageTool server's, as ratios.

`uv run python benchmarks/engines.py [FILE]`. Both get the same batches, two at
a time, in turns, in one run; the medians are compared. Ours are whole calls of
`editkit.lint`, its own checks included. The first check runs from the call, or
the start of the bare JVM, to the last finding, in a fresh Python each time.
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
from editkit.engines.chunks import cut
from editkit.engines.languagetool.install import home_of
from editkit.engines.languagetool.lock import read_lock
from editkit.engines.languagetool.provision import EngineSettings, provide

_FIRST_TIMES = 5
_WARM_TIMES = 15


def main() -> None:
    """Print both ratios."""
    if sys.argv[1:2] == ["--first"]:
        print(_first(_document(sys.argv[2:])))
        return
    document = _document(sys.argv[1:])
    batches = [span.of(document.text) for span in cut(document)]
    provide(EngineSettings(), lambda _done, _all: None)
    print(f"{len(document.text)} characters in {len(batches)} batches")
    firsts = [(_in_new_python(), _bare_first(batches)) for _ in range(_FIRST_TIMES)]
    _print("first check", firsts, 1.3)
    _print("warm check", _warm(document, batches), 1.2)


def _document(arguments: Sequence[str]) -> Document:
    text = Path(arguments[0]).read_text("utf-8") if arguments else _sample()
    return Document.plain(text, lang="en-US")


def _sample() -> str:
    articles = sorted(Path(__file__).parent.parent.joinpath("corpus").glob("*.txt"))
    return "\n\n".join(article.read_text("utf-8") for article in articles)


def _print(what: str, pairs: Sequence[tuple[float, float]], most: float) -> None:
    ours, bare = (median(times) for times in zip(*pairs, strict=True))
    print(f"{what}: {ours:.2f} s, bare {bare:.2f} s, ratio {ours / bare:.2f} (at most {most})")


def _in_new_python() -> float:
    """Return the seconds of a first check, the server's folder being new."""
    jars = home_of(read_lock()).parent
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
        for _ in range(_WARM_TIMES):
            start = time.perf_counter()
            _lint(document.text)
            between = time.perf_counter()
            server.check(batches)
            pairs.append((between - start, time.perf_counter() - between))
    return pairs[_WARM_TIMES // 3 :]


if __name__ == "__main__":
    main()
