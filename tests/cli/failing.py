"""Fixtures for tests in which editkit fails on one of three articles."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Editkit

BARE = ("--engine", "none", "--no-cache", "--select", "repeated-word")


class PanicException(BaseException):
    """A replacement for pyo3's PanicException, which cannot be imported."""


PANIC = PanicException("boom")
Break = Callable[..., None]


@pytest.fixture
def articles(editkit: Editkit, tmp_path: Path) -> list[str]:
    """Make three articles with an issue each; returns their names."""
    assert editkit("--version").code == 0
    names = [f"{letter}.txt" for letter in "abc"]
    for name in names:
        (tmp_path / name).write_text(f"The the plan {name[0]}.\n", encoding="utf-8")
    return names


@pytest.fixture
def break_for_b(monkeypatch: pytest.MonkeyPatch) -> Break:
    """Make a function raise an error when it is called for the file b.txt."""

    def patch(module: str, name: str, error: BaseException = PANIC) -> None:
        owner: Any = import_module(module)
        *path, name = name.split(".")
        for each in path:
            owner = getattr(owner, each)
        original = getattr(owner, name)

        def broken(*args: object, **options: object) -> object:
            shown = repr((args, options))
            is_about_b = "b.txt" in shown or "plan b" in shown
            if is_about_b and "package=None" not in shown:
                raise error
            return original(*args, **options)

        monkeypatch.setattr(owner, name, broken)

    return patch
