"""Start-up time of editkit relative to `python -c pass`."""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 15
WORDS = 3_400
PARAGRAPH = (
    "Harbour Motors opened its second plant in May, and the old town plant will follow in the "
    "autumn. The harbor motors engineers tested electric cars on forty roads, in rain and in "
    "snow, before the board met again. None of them broke down, said the mayor.\n\n"
)
GLOSSARY = "term,forbidden\nHarbour Motors,\nelectric vehicle,electric car\nOld Town Plant,\n"


def seconds(*command: str) -> float:
    """Return the run time of a process, whatever its exit code."""
    start = time.perf_counter()
    subprocess.run(command, capture_output=True, check=False)
    return time.perf_counter() - start


def main() -> None:
    """Print the median ratio of each command; the commands alternate to spread noise evenly."""
    with tempfile.TemporaryDirectory() as folder:
        article, glossary = Path(folder, "article.txt"), Path(folder, "glossary.csv")
        article.write_text(PARAGRAPH * (WORDS // len(PARAGRAPH.split())), encoding="utf-8")
        glossary.write_text(GLOSSARY, encoding="utf-8")
        editkit = (sys.executable, "-m", "editkit")
        lint = (
            *editkit,
            "lint",
            "--no-cache",
            "--select",
            "term",
            "-g",
            str(glossary),
            str(article),
        )
        took = [
            (
                seconds(sys.executable, "-c", "pass"),
                seconds(*editkit, "--help"),
                seconds(*lint),
            )
            for _ in range(ROUNDS)
        ]
    bare, helped, linted = (statistics.median(times) for times in zip(*took, strict=True))
    print(f"python -c pass       {bare * 1000:6.1f} ms")
    print(f"editkit --help       {helped / bare:6.1f} times that (8 at most)")
    print(f"lint --select term   {linted / bare:6.1f} times that (25 at most)")


if __name__ == "__main__":
    main()
