"""Growth of the processor time for a Markdown table with its number of rows."""

import os
import statistics
import subprocess
import sys
import tempfile
from itertools import pairwise
from pathlib import Path

ROUNDS = 5
SIZES = (1_000, 2_000, 4_000)
MAX_RATIO = 2.3
HEAD = "| Year | Firm | Sales |\n|---|---|---|\n"
TABLES = {
    "plain cells": ("", "| {n} | Harbour Auto | {n} |\n"),
    "cells with marks": ("", "| {n} | **Harbour Auto** & `co` | {n} |\n"),
    "in a list item": ("     ", "| {n} | Harbour Auto, Ford | {n} |\n"),
    "blank rows": ("", "| {n} | *Harbour Auto* | {n} |\n|  |  |  |\n"),
}


def processor_seconds(*command: str) -> float:
    """Return the processor time of a process, whatever its exit code."""
    before = os.times()
    subprocess.run(command, capture_output=True, check=False)
    after = os.times()
    used = after.children_user + after.children_system
    return used - before.children_user - before.children_system


def main() -> None:
    """Print, for each kind of table, the ratio of times when the rows double."""
    with tempfile.TemporaryDirectory() as folder:
        glossary = Path(folder, "glossary.csv")
        glossary.write_text("term,forbidden\nHarbour Motor,Harbour Auto\n", encoding="utf-8")
        lint = (sys.executable, "-m", "editkit", "lint", "--engine", "none", "--no-cache")
        for name, (indent, row) in TABLES.items():
            files = []
            for size in SIZES:
                lines = HEAD + "".join(row.format(n=n) for n in range(size))
                table = "\n".join(indent + line for line in lines.split("\n"))
                files.append(Path(folder, f"{size}.md"))
                files[-1].write_text(("1. one\n\n" if indent else "") + table, encoding="utf-8")
            took = [
                [processor_seconds(*lint, "-g", str(glossary), str(file)) for file in files]
                for _ in range(ROUNDS)
            ]
            medians = [statistics.median(times) for times in zip(*took, strict=True)]
            grown = ", ".join(f"{later / first:.2f}" for first, later in pairwise(medians))
            print(f"{name:<18} {grown} times as long for twice the rows ({MAX_RATIO} at most)")


if __name__ == "__main__":
    main()
