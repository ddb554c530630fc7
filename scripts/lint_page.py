"""Lint the scripts of the review page, joined to one script as in the page.

Run it as `uv run python scripts/lint_page.py`; it exits with oxlint's exit code.
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
        "no-await-in-loop": "off",  # a save must wait for the previous one
        "no-control-regex": "off",  # the script searches for control characters
        "no-map-spread": "off",  # concise, and fast enough here
        "no-shadow": "off",  # the files are written independently
        "unicorn/no-invalid-fetch-options": "off",  # a GET request has no body
        "unicorn/prefer-add-event-listener": "off",  # each element has one handler of its own
        "unicorn/no-useless-spread": "off",  # a copy of a set that grows during the loop
    },
}


def main() -> int:
    """Return oxlint's exit code for the script of the served page."""
    script = "\n".join(
        (FOLDER / "js" / name).read_text("utf-8").rstrip("\n")
        for name in script_names(served=True)
    )
    with tempfile.TemporaryDirectory() as folder:
        joined, config = Path(folder, "page.js"), Path(folder, "oxlintrc.json")
        joined.write_text(f"{script}\n", encoding="utf-8")
        config.write_text(json.dumps(CONFIG), encoding="utf-8")
        command = ["oxlint", "--config", str(config), "--deny-warnings", str(joined)]
        return subprocess.run(command, check=False).returncode  # noqa: S603  (fixed arguments)


if __name__ == "__main__":
    sys.exit(main())
