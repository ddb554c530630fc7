"""Golden output of the corpus: written before a refactoring, compared after it.

    uv run python scripts/golden.py FOLDER                # writes if FOLDER is empty or compares
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
DIFF_LINES = 40  # lines printed for each file that differs


def commands(engines: list[str], extra_paths: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield the name of each output file and the arguments of editkit that print it."""
    articles = sorted(path for name in GLOSSARIES for path in ROOT.glob(f"corpus/{name}.*"))
    articles = [path for path in articles if path.suffix in {".txt", ".md"}]
    paths = [f"corpus/{article.name}" for article in articles]
    for engine in engines:
        common = ["--engine", engine, "--no-cache"]
        for article, path in zip(articles, paths, strict=True):
            for glossary in GLOSSARIES[article.name.split(".")[0]]:
                using = ["-g", f"glossary/{glossary}", *common]
                name = f"{article.name}-{glossary}-{engine}"
                yield f"{name}.json", ["lint", path, "--format", "json", *SHOW_ALL, *using]
                yield f"{name}.txt", ["lint", path, *using]
                yield f"{name}.normalize.diff", ["normalize", path, "--unsafe", *using]
                yield f"{name}.fix.diff", ["fix", path, *using]
                yield f"{name}.unsafe.diff", ["fix", path, "--unsafe", *using]
        yield (
            f"together-{engine}.json",
            ["lint", *paths, "--together", "--format", "json", *common],
        )
        german = ["lint", "corpus/port-report.txt", "--lang", "de", "--format", "json"]
        yield f"german-{engine}.json", [*german, *common]
        if extra_paths:
            yield (
                f"also-{engine}.json",
                ["lint", *extra_paths, "--format", "json", *SHOW_ALL, *common],
            )
            yield f"also-{engine}.fix.diff", ["fix", *extra_paths, *common]
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
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)  # noqa: S603  (fixed)
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
    options = parser.parse_args()
    engines = options.engine or list(ENGINES)
    options.folder.mkdir(parents=True, exist_ok=True)
    is_new = not any(options.folder.iterdir())
    failed = 0
    with tempfile.TemporaryDirectory() as temporary:
        outputs = [
            (name, output(arguments)) for name, arguments in commands(engines, options.also)
        ]
        outputs.append(("page.html", review_page(Path(temporary))))
    for name, printed in outputs:
        golden_file = options.folder / name
        if is_new:
            golden_file.write_bytes(printed)
            continue
        before = golden_file.read_bytes() if golden_file.exists() else b""
        if before != printed:
            failed += 1
            print(f"{name} differs", *differences(before, printed), sep="\n")
    print(f"{len(outputs)} outputs {'written' if is_new else f'compared, {failed} differ'}")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
