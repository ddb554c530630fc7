"""Examples in docstrings, of the modules that have some.

With pytest's `--doctest-modules`, which searches all modules, collection would take twice as long.
"""

import doctest
from importlib import import_module
from pathlib import Path

import editkit

SOURCE = Path(editkit.__file__).parent


def test_docstrings_print_what_they_say() -> None:
    attempted, failed = 0, []
    for path in sorted(SOURCE.rglob("*.py")):
        if ">>> " in path.read_text(encoding="utf-8"):
            name = ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts)
            result = doctest.testmod(import_module(name.removesuffix(".__init__")))
            attempted += result.attempted
            failed += [name] if result.failed else []

    assert attempted > 50
    assert failed == []
