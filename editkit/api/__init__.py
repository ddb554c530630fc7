"""Python API: `Linter`, and functions that lint, fix, normalize and review with a shared one."""

from editkit.api.counts import Counts
from editkit.api.functions import fix, lint, lint_paths, load_glossary, normalize, review
from editkit.api.linter import Linter
from editkit.api.text import Text

__all__ = [
    "Counts",
    "Linter",
    "Text",
    "fix",
    "lint",
    "lint_paths",
    "load_glossary",
    "normalize",
    "review",
]
