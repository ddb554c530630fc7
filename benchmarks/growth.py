"""Growth of processor time with the length of hostile texts.

`uv run python benchmarks/growth.py [PATTERN]`. Each pattern is linted as plain text and as
Markdown, and its length doubled three times. A pattern fails if the last two doublings take more
than 2.3 times as long each on average, and do so each time. Times that are too short to be
measured do not count. With PATTERN, only patterns are measured that contain it.
"""

import gc
import sys
import time
from collections.abc import Callable

from growth_pattern import Pattern
from growth_patterns import PATTERNS

from editkit import Linter

MAX_RATIO = 2.3
FIRST_SECONDS = 0.04
"""Time of the shortest text of a pattern; shorter times cannot be compared."""
MEASURABLE_SECONDS = 0.3
MAX_LENGTH = 60_000
"""Code points of the shortest text of a pattern that is quick."""
DOUBLINGS = 3
MAX_REPETITIONS = 10
"""Other programs on the machine make measured times longer, never shorter."""


def main() -> int:
    """Print a row for each pattern and format; return 1 if one grows too fast."""
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    too_fast = []
    print(f"{'pattern':28} {'format':9} {'length':>8}  seconds, ratio for a doubling")
    for pattern in PATTERNS:
        if wanted not in pattern.name:
            continue
        for file_format in ("plain", "markdown"):
            with Linter(glossary=pattern.glossary) as linter:
                length, seconds, ratio = _measure(linter, pattern, file_format)
            shown = " ".join(f"{each:.2f}" for each in seconds)
            mark = "  TOO FAST" if ratio > MAX_RATIO else ""
            print(
                f"{pattern.name:28} {file_format:9} {length:8}  {shown}, {ratio:.2f}{mark}",
                flush=True,
            )
            if mark:
                too_fast.append(f"{pattern.name} ({file_format})")
    print(f"too fast: {', '.join(too_fast) or 'none'}")
    return 1 if too_fast else 0


def _measure(
    linter: Linter, pattern: Pattern, file_format: str
) -> tuple[int, tuple[float, ...], float]:
    """Return the length of the shortest text, the seconds for each length, and their ratio."""

    def lint(count: int) -> None:
        linter.lint(pattern.text(count), format=file_format)

    lint(4)  # loads modules
    count = 16
    while len(pattern.text(count)) < pattern.min_length:
        count *= 2
    while len(pattern.text(count)) < MAX_LENGTH and _seconds(lint, count) < FIRST_SECONDS:
        count *= 2
    counts = [count << doubling for doubling in range(DOUBLINGS + 1)]
    seconds = tuple(_seconds(lint, each) for each in counts)
    for _ in range(MAX_REPETITIONS):
        if _ratio(seconds) <= MAX_RATIO:
            break
        again = (_seconds(lint, each) for each in counts)
        seconds = tuple(map(min, zip(seconds, again, strict=True)))
    return len(pattern.text(count)), seconds, _ratio(seconds)


def _seconds(lint: Callable[[int], None], count: int) -> float:
    gc.collect()
    start = time.process_time()
    lint(count)
    return time.process_time() - start


def _ratio(seconds: tuple[float, ...]) -> float:
    """Return the ratio for one doubling, the mean of the last two; 0 if that is too quick."""
    return (seconds[-1] / seconds[-3]) ** 0.5 if seconds[-1] >= MEASURABLE_SECONDS else 0.0


if __name__ == "__main__":
    sys.exit(main())
