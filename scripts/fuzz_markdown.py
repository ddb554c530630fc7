"""Fuzzer of corrections of Markdown: the structure stays, and a second correction changes nothing.

`uv run python scripts/fuzz_markdown.py COUNT [SEED]`. Prints each fault with its source, and how
many sources were tried, corrected, and had fixes that the second parser rejected.
"""

import random
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.hostile_markdown import CORRECTIONS, outline, random_markdown

SHOWN_REJECTIONS = 20


def main() -> int:
    """Return 1 if a fault was found."""
    count, seed = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0  # noqa: PLR2004  (arguments)
    choose = random.Random(seed)  # noqa: S311  (no secret)
    tally: Counter[str] = Counter()
    for _ in range(count):
        text = random_markdown(choose)
        how = choose.choice(list(CORRECTIONS))
        for fault in _faults(text, how, tally):
            tally["faults"] += 1
            print(f"{fault} by {how}: {text!r}", flush=True)
        tally["tried"] += 1
    print(dict(tally))
    return 1 if tally["faults"] else 0


def _faults(text: str, how: str, tally: Counter[str]) -> list[str]:
    correction = CORRECTIONS[how]
    try:
        result = correction.correct(text)
        once = result.data.decode()
        if result.notices:
            tally["rejected"] += 1
            if tally["rejected"] <= SHOWN_REJECTIONS:
                print(f"rejected by {how}: {text!r} {result.notices[0].message}", flush=True)
        if once == text:
            return []
        tally["corrected"] += 1
        again = correction.correct(once).data.decode()
        changed = [] if outline(text) == outline(once) else [f"structure changed to {once!r}"]
        return changed + ([] if again == once else [f"not idempotent {once!r} {again!r}"])
    except Exception as error:  # noqa: BLE001  (a fault to report)
        return [f"{type(error).__name__}: {error}"]


if __name__ == "__main__":
    sys.exit(main())
