"""Golden output of the corpus: written before a refactoring, compared after it.

    uv run python scripts/golden.py FOLDER                # writes if FOLDER is new, else compares
    uv run python scripts/golden.py FOLDER --also PATH…   # adds articles, linted without glossary

Covers JSON reports, corrections and one review page, without an engine and with LanguageTool.
Exits with 1 when a file differs, and prints how.
"""

import argparse
import difflib
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
GLOSSARIES = {
    "car-group": ["car-group.csv"],
    "city-news": ["city-news.csv"],
    "museum-news": ["museum-news.csv"],
    "port-report": ["port-report.csv", "port.tbx"],
}
ENGINES = "none", "languagetool"
SHOW_ALL = ["--min-severity", "info", "--min-confidence", "low"]
DIFF_LINES = 40  # printed of each file that differs


def commands(engines: list[str], also: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield the name of each output file and the arguments of editkit that print it."""
    articles = sorted(path for path in ROOT.glob("corpus/*.*") if path.suffix in {".txt", ".md"})
    for engine in engines:
        end = ["--engine", engine, "--no-cache"]
        for article in articles:
            path = f"corpus/{article.name}"
            for glossary in GLOSSARIES.get(article.name.split(".")[0], ()):
                using = ["-g", f"glossary/{glossary}", *end]
                name = f"{article.name}-{glossary}-{engine}"
                yield f"{name}.json", ["lint", path, "--format", "json", *SHOW_ALL, *using]
                yield f"{name}.txt", ["lint", path, *using]
                yield f"{name}.normalize.diff", ["normalize", path, "--unsafe", *using]
                yield f"{name}.fix.diff", ["fix", path, *using]
                yield f"{name}.unsafe.diff", ["fix", path, "--unsafe", *using]
        yield f"together-{engine}.json", ["lint", "corpus", "--together", "--format", "json", *end]
        german = ["lint", "corpus/port-report.txt", "--lang", "de", "--format", "json"]
        yield f"german-{engine}.json", [*german, *end]
        if also:
            yield f"also-{engine}.json", ["lint", *also, "--format", "json", *SHOW_ALL, *end]
            yield f"also-{engine}.fix.diff", ["fix", *also, *end]
    yield "rules.json", ["rules", "--all"]


def review_page(folder: Path) -> bytes:
    """Return the offline review page of one article."""
    page = folder / "page.html"
    article = ["corpus/car-group.txt", "-g", "glossary/car-group.csv"]
    output(["review", *article, "-o", str(page), "--engine", "none", "--no-cache"])
    return page.read_bytes()


def output(arguments: list[str]) -> bytes:
    """Return the exit code and what editkit prints to standard output."""
    command = [sys.executable, "-m", "editkit", *arguments]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)  # noqa: S603  (ours)
    if ran.returncode not in (0, 1):
        sys.exit(f"{' '.join(arguments)}: exit {ran.returncode}\n{ran.stderr.decode()}")
    return f"exit {ran.returncode}\n".encode() + ran.stdout


def differences(old: bytes, new: bytes) -> list[str]:
    """Return the first lines of a unified diff of two outputs."""
    texts = [part.decode().replace(", {", ",\n{").split("\n") for part in (old, new)]
    return list(difflib.unified_diff(*texts, "before", "after", lineterm="", n=0))[:DIFF_LINES]


def main() -> None:
    """Write or compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--also", nargs="+", default=[], metavar="PATH")
    parser.add_argument("--engine", choices=ENGINES, action="append")
    asked = parser.parse_args()
    engines = asked.engine or list(ENGINES)
    fresh = not asked.folder.exists()
    asked.folder.mkdir(parents=True, exist_ok=True)
    failed = 0
    with tempfile.TemporaryDirectory() as temporary:
        outputs = [(name, output(arguments)) for name, arguments in commands(engines, asked.also)]
        outputs.append(("page.html", review_page(Path(temporary))))
    for name, printed in outputs:
        kept = asked.folder / name
        if fresh:
            kept.write_bytes(printed)
        elif not kept.exists() or (before := kept.read_bytes()) == printed:
            continue
        else:
            failed += 1
            print(f"{name} differs", *differences(before, printed), sep="\n")
    print(f"{len(outputs)} outputs {'written' if fresh else f'compared, {failed} differ'}")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
