"""Lint, normalize and review machine-translated articles.

>>> import editkit
>>> [found.issue.message for found in editkit.lint("The the plant opened.", engine="none").issues]
['“the” is written twice.']
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editkit.api import fix, lint, lint_paths, load_glossary, normalize, review
    from editkit.core.errors import EditkitError, InputError

__version__ = "0.1.0"
__all__ = [
    "EditkitError",
    "InputError",
    "__version__",
    "fix",
    "lint",
    "lint_paths",
    "load_glossary",
    "normalize",
    "review",
]


def __getattr__(name: str) -> object:
    """Import a public name on first use, so that the command line starts faster."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415  (only needed by this function)

    module = "editkit.core.errors" if name.endswith("Error") else "editkit.api"
    value = globals()[name] = getattr(import_module(module), name)
    return value
