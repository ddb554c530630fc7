"""Compare editkit with LanguageTool alone and Harper alone on documents that a reader has judged.

    scripts/compare_engines.py FOLDER [--native NAMES] [--without PATTERN]

FOLDER has SOURCE/FILE (texts and Markdown) and two files of JSON lines:

- `missed.jsonl`, the faults that a reader marked in some files: `file`, `line`, `fault` (the wrong
  words, on this line) and `kind`
- `verdicts.jsonl`, earlier issues that a reader judged: `file`, `line`, `text`, `rule`, `fix`
  (pairs of text and replacement, or null) and `verdict` (`right`, `taste` or `wrong`)

All tools run once, with the same version of each engine. editkit runs as users run it; the engines
run with all their own rules (`engine_alone.py`). Each line of the table has

- issues per 1,000 words: in all files, and in those of native writers. A repeated error is one
  issue in editkit; the engines alone report each place
- places per 1,000 words: the texts that issues, their fixes and their related places cover
- found: the marked faults that a place of an issue points at. A place points at a fault if it
  overlaps it and is at most 30 code points longer; outside of spacing and punctuation, it covers a
  fifth of the fault
- right of judged: of the earlier issues that this tool reports too, how many were judged right
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

SCRIPTS = Path(__file__).parent
ALONE = (sys.executable, str(SCRIPTS / "engine_alone.py"), "lint")
TOOLS = {
    "editkit": (sys.executable, "-m", "editkit", "lint"),
    "LanguageTool alone": (*ALONE, "--engine", "languagetool"),
    "Harper alone": (*ALONE, "--engine", "harper"),
}
SLACK = 30
"""Code points by which a place may be longer than the fault that it points at."""
MIN_SHARE = 0.2
"""Share of a fault's length that a place covers, unless the fault is one of spaces or marks."""

Range = tuple[int, int]
Row = dict[str, Any]


@dataclass(frozen=True)
class Issue:
    """An issue of one tool: the rules that found it, its places, and its replaced texts."""

    rules: frozenset[str]
    text: str
    places: frozenset[Range]
    replacements: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Folder:
    """Judged documents: their sources by name, `SOURCE/FILE`, and the rows about them."""

    path: Path
    sources: dict[str, str]
    marks: tuple[Row, ...]
    verdicts: tuple[Row, ...]


@dataclass
class Score:
    """What one tool reports in a folder."""

    words: int = 0
    issues: int = 0
    places: int = 0
    native_words: int = 0
    native_issues: int = 0
    found: int = 0
    judged: dict[str, int] = field(default_factory=lambda: {"right": 0, "taste": 0, "wrong": 0})


def read_folder(path: Path, without: Sequence[str]) -> Folder:
    """Return the documents of a folder except those whose names match a pattern of `without`."""
    files = {
        file.relative_to(path).as_posix(): file
        for file in sorted(path.glob("*/*"))
        if file.is_file()
    }
    sources = {
        name: file.read_bytes().decode("utf-8")
        for name, file in files.items()
        if not any(fnmatch(name, pattern) for pattern in without)
    }
    if not sources:
        sys.exit(f"{path}: no documents (SOURCE/FILE)")
    marks, verdicts = (
        tuple(_rows(path / name, sources)) for name in ("missed.jsonl", "verdicts.jsonl")
    )
    return Folder(path, sources, marks, verdicts)


def _rows(path: Path, sources: dict[str, str]) -> Iterator[Row]:
    """Yield the rows of a file of JSON lines about `sources`; none if there is no such file."""
    lines = path.read_text(encoding="utf-8").split("\n") if path.exists() else []
    for number, line in enumerate(lines, start=1):
        try:
            row = json.loads(line) if line.strip() else None
            if row and row["file"] in sources:
                yield row
        except (ValueError, KeyError, TypeError) as error:
            sys.exit(f"{path}:{number}: not a row: {error}")


def lint(folder: Folder, command: Sequence[str]) -> Iterator[tuple[str, int, list[Issue]]]:
    """Yield the name, the number of words and the issues of each document."""
    paths = [str(folder.path / name) for name in folder.sources]
    ran = subprocess.run(  # noqa: S603  (one of `TOOLS`)
        [*command, "--format", "json", *paths], capture_output=True, check=False
    )
    if ran.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)}: {ran.stderr.decode(errors='replace').strip()}")
    report = json.loads(ran.stdout)
    for engine in report["engines"]:
        if engine["state"] != "ran":
            print(f"{engine['name']}: {engine['state']}: {engine['reason']}", file=sys.stderr)
    for file in report["files"]:
        name = Path(file["path"]).relative_to(folder.path).as_posix()
        source = folder.sources[name]
        yield name, file["words"], [_issue(each, source) for each in file["issues"]]


def _issue(issue: Row, source: str) -> Issue:
    edits = issue["fixes"][0]["edits"] if issue["fixes"] else []
    related = [each for each in issue["related"] if "path" not in each]
    return Issue(
        frozenset((issue["rule"], *(other["rule"] for other in issue.get("also", ())))),
        issue["text"],
        frozenset((each["start"], each["end"]) for each in (issue["span"], *edits, *related)),
        tuple((source[each["start"] : each["end"]], each["replacement"]) for each in edits),
    )


def score(folder: Folder, command: Sequence[str], native: Sequence[str]) -> Score:
    """Return what a tool reports in the documents of a folder."""
    result = Score()
    found: dict[str, list[Issue]] = {}
    for name, words, issues in lint(folder, command):
        found[name] = issues
        result.words += words
        result.issues += len(issues)
        result.places += sum(len(issue.places) for issue in issues)
        if name.partition("/")[0] in native:
            result.native_words += words
            result.native_issues += len(issues)
    for mark in folder.marks:
        spans = tuple(_on_line(folder.sources[mark["file"]], mark["line"], mark["fault"]))
        is_small = any(kind in mark["kind"] for kind in ("spac", "punct"))
        share = 0 if is_small else MIN_SHARE * len(mark["fault"])
        result.found += any(True for _ in _pointing(found[mark["file"]], spans, share))
    for verdict in folder.verdicts:
        spans = tuple(_on_line(folder.sources[verdict["file"]], verdict["line"], verdict["text"]))
        if any(_is_same(issue, verdict) for issue in _pointing(found[verdict["file"]], spans)):
            result.judged[verdict["verdict"]] += 1
    return result


def _on_line(source: str, line: int, text: str) -> Iterator[Range]:
    """Yield the ranges of `text` that start on a line, counted from 1."""
    lines = source.split("\n")
    start = sum(len(each) + 1 for each in lines[: line - 1])
    end = start + len(lines[line - 1]) if line <= len(lines) else start
    at = source.find(text, start)
    while 0 <= at <= end:
        yield at, at + len(text)
        at = source.find(text, at + max(len(text), 1))


def _pointing(
    issues: Iterable[Issue], spans: Sequence[Range], share: float = 0
) -> Iterator[Issue]:
    """Yield the issues with a place that points at one of `spans`, of which it covers `share`."""
    for issue in issues:
        if any(_points(place, span, share) for place in issue.places for span in spans):
            yield issue


def _points(place: Range, span: Range, share: float) -> bool:
    (start, end), (first, last) = place, (span[0], max(span[1], span[0] + 1))
    is_near = start < last and end > first and end - start <= span[1] - span[0] + SLACK
    return is_near and min(end, span[1]) - max(start, first) >= share


def _is_same(issue: Issue, verdict: Row) -> bool:
    """Return whether an issue is the judged one: by rule, text, or correction."""
    fix = [(old, new) for old, new in verdict["fix"] or ()]
    is_same_fix = bool(fix) and all(pair in issue.replacements for pair in fix)
    return verdict["rule"] in issue.rules or issue.text == verdict["text"] or is_same_fix


def row(name: str, result: Score, marks: int) -> tuple[str, ...]:
    """Return the cells of a tool's line."""
    right, judged = result.judged["right"], sum(result.judged.values())
    return (
        name,
        _rate(result.issues, result.words),
        _rate(result.native_issues, result.native_words),
        _rate(result.places, result.words),
        f"{result.found} of {marks} ({100 * result.found / max(marks, 1):.0f}%)",
        f"{right} of {judged}",
    )


def _rate(count: int, words: int) -> str:
    return f"{1000 * count / words:.1f}" if words else "–"


def main() -> None:
    """Print the table of a folder."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "--native", default="native", help="sources of native writers, with commas"
    )
    parser.add_argument("--without", action="append", default=[], help="pattern of names left out")
    parser.add_argument("--tool", action="append", choices=tuple(TOOLS), help="only this one")
    options = parser.parse_args()
    folder = read_folder(options.folder.resolve(), options.without)
    head = ("tool", "issues", "native", "places", "found", "right of judged")
    print(f"| {' | '.join(head)} |\n|---|{'---:|' * (len(head) - 1)}", flush=True)
    for name in options.tool or TOOLS:
        result = score(folder, TOOLS[name], options.native.split(","))
        print(f"| {' | '.join(row(name, result, len(folder.marks)))} |", flush=True)


if __name__ == "__main__":
    main()
