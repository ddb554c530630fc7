"""Pin the dependencies for development and tests at their newest compatible versions.

    uv run python scripts/pin.py

Writes `constraints.txt` (with hashes, for CI) and `[tool.uv] constraint-dependencies` in
pyproject.toml (without hashes, for `uv run`).
"""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parent.parent
PROJECT = ROOT / "pyproject.toml"
PINNED = ROOT / "constraints.txt"
TABLE = re.compile(r"\n\[tool\.uv\]\nconstraint-dependencies = \[\n.*?\n\]\n", re.DOTALL)
EXPORT = "uv export --quiet --upgrade --no-emit-project --no-header --no-annotate".split()


def main() -> None:
    """Resolve the dependencies and write both files."""
    project = PROJECT.read_text(encoding="utf-8")
    PROJECT.write_text(TABLE.sub("", project), encoding="utf-8")
    exported = subprocess.run(EXPORT, cwd=ROOT, check=True, capture_output=True, text=True)  # noqa: S603  (fixed arguments)
    PINNED.write_text(exported.stdout, encoding="utf-8")
    # A package may have another version for each Python, so the markers are kept.
    pins = re.findall(r"^([\w.-]+==[^\\\n]*[^\s\\])", exported.stdout, re.MULTILINE)
    rows = "".join(f'  "{pin}",\n' for pin in pins)
    table = f"\n[tool.uv]\nconstraint-dependencies = [\n{rows}]\n"
    PROJECT.write_text(TABLE.sub("", project).rstrip("\n") + "\n" + table, encoding="utf-8")


if __name__ == "__main__":
    main()
