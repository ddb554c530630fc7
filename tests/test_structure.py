"""Structure of the package: how many modules a folder has, how long a module is."""

from collections import Counter
from pathlib import Path

import editkit

PACKAGE = Path(editkit.__file__).parent
MAX_MODULES = 25
"""A longer list of modules is read as a list without order (decision 071)."""
MAX_LINES, MAX_CHECK_LINES = 250, 120


def test_no_folder_is_a_long_list_of_modules() -> None:
    modules = [path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py")]
    # A family of checks has one module for each rule.
    modules = [path for path in modules if path.parts[0] != "checks"]
    counts = Counter(path.parent for path in modules if path.name != "__init__.py")
    assert counts
    assert not {str(folder): n for folder, n in counts.items() if n > MAX_MODULES}


def test_no_module_is_too_long() -> None:
    lines = {path: path.read_text("utf-8").count("\n") for path in PACKAGE.rglob("*.py")}
    assert lines
    checks = PACKAGE / "checks"
    assert not {
        str(path): count
        for path, count in lines.items()
        if count > (MAX_CHECK_LINES if path.parent.parent == checks else MAX_LINES)
    }
