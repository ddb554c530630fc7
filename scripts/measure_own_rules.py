r"""Measure editkit's own rules, rows and patterns, and write docs/evaluation/rules.md.

    uv run --with errant python scripts/measure_own_rules.py count SAMPLES \
        --web FILE --learners FILE --clean FILE --translations FILE
    uv run python scripts/measure_own_rules.py write SAMPLES

`count` runs all checks and LanguageTool with editkit's rules on the texts that `measure_rules.py`
uses and on translations (JSON lines with `text`), with everything on: previews, phrases of
learners, severity `info`. `write` makes the page from the samples.
"""

import argparse
import json
from pathlib import Path

from own_samples import samples

KINDS = ("web", "learners", "clean", "translations")


def count(args: argparse.Namespace) -> None:
    """Write the samples of all files."""
    with args.samples.open("w", encoding="utf-8") as out:
        for kind in KINDS:
            for sample in samples(kind, getattr(args, kind), args.engine):
                out.write(json.dumps(sample, ensure_ascii=False) + "\n")


def main() -> None:
    """Run the command `count` or `write`."""
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(required=True)
    counting = commands.add_parser("count")
    counting.set_defaults(run=count)
    for kind in KINDS:
        counting.add_argument(f"--{kind}", type=Path, required=True)
    counting.add_argument("--engine", choices=("languagetool", "none"), default="languagetool")
    for command in (counting,):
        command.add_argument("samples", type=Path)
    args = parser.parse_args()
    args.run(args)


if __name__ == "__main__":
    main()
