"""Public names of the package: declared for type checkers, found by `dir`, imported on use."""

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import editkit

SOURCE = Path(editkit.__file__)
IMPORTED_BY_THE_COMMAND_LINE = (
    "import sys, editkit.cli\n"
    "try: editkit.cli.run({arguments!r})\n"
    "finally: print('editkit.api' in sys.modules or 'editkit.api.linter' in sys.modules)"
)


def declared_imports() -> dict[str, str]:
    """Return the module of each name that `__init__` imports, for type checkers or always."""
    tree = ast.parse(SOURCE.read_text(encoding="utf-8"))
    return {
        alias.name: node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("editkit")
        for alias in node.names
    }


def test_type_checkers_see_the_names_that_exist() -> None:
    declared = declared_imports()

    assert sorted(declared) == sorted(editkit.__all__)
    for name, module in declared.items():
        assert getattr(editkit, name) is getattr(import_module(module), name)


def test_names_are_sorted_and_shown_by_dir() -> None:
    assert sorted(editkit.__all__) == editkit.__all__
    assert set(editkit.__all__) <= set(dir(editkit))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="'editkit' has no attribute 'nothing'"):
        _ = editkit.nothing  # type: ignore[attr-defined]


@pytest.mark.live
def test_public_names_are_imported_on_first_use() -> None:
    program = (
        "import editkit, sys; assert 'editkit.api' not in sys.modules; "
        "assert all(getattr(editkit, name) for name in editkit.__all__); "
        "assert not [m for m in sys.modules if m.startswith('editkit.engines.')"
        " and m[16:] not in {'registry', 'chosen_server'}]"
    )

    subprocess.run([sys.executable, "-c", program], check=True)


@pytest.mark.live
@pytest.mark.parametrize("arguments", [["--version"], ["lint", "--engine", "none", "a.txt"]])
def test_the_command_line_does_not_import_the_api(arguments: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A ferry left.\n", encoding="utf-8")
    program = IMPORTED_BY_THE_COMMAND_LINE.format(arguments=arguments)

    run = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True
    )

    assert run.stdout.splitlines()[-1] == "False"
