"""Runs editkit with another table of engine rules: `with_rules.py TABLE lint article.txt`."""

import sys
from functools import cache
from pathlib import Path

from editkit.engines import findings, severity_table

if __name__ == "__main__":
    table = Path(sys.argv.pop(1))
    findings.rulebook = cache(lambda: severity_table.load(table))
    from editkit.__main__ import main

    # results are remembered under editkit's own files, which this table is none of
    sys.argv.append("--no-cache")
    sys.exit(main())
