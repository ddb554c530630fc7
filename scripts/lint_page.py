"""Lints the scripts of the review page as what they are there: one script of many parts.

Run it as `uv run python scripts/lint_page.py`; it ends with oxlint's exit code.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from editkit.reviewing.page import script_names

FOLDER = Path(__file__).parent.parent / "editkit" / "reviewing" / "page"
CONFIG = {
    "env": {"browser": True, "es2024": True},
    "categories": {"correctness": "error", "suspicious": "error", "perf": "error"},
    "rules": {
        "eqeqeq": "error",
        "no-eval": "error",
        "no-redeclare": "error",
        "no-undef": "error",
        "no-unused-vars": "error",
        "no-var": "error",
        "prefer-const": "error",
        "no-await-in-loop": "off",  # a save waits for the one before
        "no-control-regex": "off",  # such characters are what is sought
        "no-map-spread": "off",  # short, and not slow here
        "no-shadow": "off",  # the parts are written as files of their own
        "unicorn/no-invalid-fetch-options": "off",  # one that asks with GET has no body
        "unicorn/no-useless-spread": "off",  # a copy, where a set grows as it is read
    },
}


def main() -> int:
    """Return oxlint's exit code for the page's script, served."""
    script = "\n".join(
        (FOLDER / name).read_text("utf-8").rstrip("\n") for name in script_names(served=True)
    )
    with tempfile.TemporaryDirectory() as folder:
        joined, config = Path(folder, "page.js"), Path(folder, "oxlintrc.json")
        joined.write_text(f"{script}\n", encoding="utf-8")
        config.write_text(json.dumps(CONFIG), encoding="utf-8")
        command = ["oxlint", "--config", str(config), "--deny-warnings", str(joined)]
        return subprocess.run(command, check=False).returncode  # noqa: S603  (our own words)


if __name__ == "__main__":
    sys.exit(main())
