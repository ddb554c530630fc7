"""Run editkit with another severity table: `with_rules.py TABLE lint article.txt`."""

import sys
from functools import cache
from pathlib import Path

from editkit.engines import findings, severity_table

if __name__ == "__main__":
    table = Path(sys.argv.pop(1))
    findings.default_table = cache(lambda: severity_table.load_table(table))
    from editkit.__main__ import main

    # The cache key does not include this table.
    sys.argv.append("--no-cache")
    sys.exit(main())
