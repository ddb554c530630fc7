"""Faults of editkit: one sentence, exit code 3, and a traceback only on request."""

import logging
import subprocess
import sys
from pathlib import Path

import pytest

from editkit.cli import COMMANDS, lint
from editkit.core.errors import InputError
from tests.cli.conftest import Editkit


class PanicException(BaseException):
    """A replacement for pyo3's PanicException, which cannot be imported."""


def fail_with(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(lint, "find_request_files", fail)


@pytest.fixture(autouse=True)
def no_debug(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EDITKIT_DEBUG", raising=False)


@pytest.mark.parametrize(
    ("error", "name"),
    [
        (ValueError("boom"), "ValueError: boom"),
        (PanicException("boom"), "PanicException: boom"),
        (RecursionError("too deep."), "RecursionError: too deep"),
        (MemoryError(), "MemoryError"),
        (SystemExit(0), "SystemExit: 0"),  # as a plug-in may raise it
        (OSError(24, "Too many open files"), "OSError: [Errno 24] Too many open files"),
    ],
)
def test_a_fault_is_one_sentence(
    editkit: Editkit, monkeypatch: pytest.MonkeyPatch, error: BaseException, name: str
) -> None:
    fail_with(monkeypatch, error)

    ran = editkit("lint", "a.txt")

    sentence = f"editkit: Internal error: {name}."
    assert ran.err == f"{sentence} Please report it with the output of --debug.\n"
    assert (ran.code, ran.out) == (3, "")


@pytest.mark.parametrize("args", [("--debug", "lint", "a.txt"), ("lint", "a.txt", "--debug")])
def test_debug_prints_the_traceback(
    editkit: Editkit, monkeypatch: pytest.MonkeyPatch, args: tuple[str, ...]
) -> None:
    fail_with(monkeypatch, ValueError("boom"))

    ran = editkit(*args)

    assert ran.code == 3
    assert "Traceback (most recent call last):\n" in ran.err
    assert ran.err.endswith("ValueError: boom. Please report it with the output above.\n")
    assert not logging.getLogger("editkit").handlers


def test_debug_in_the_environment(editkit: Editkit, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_with(monkeypatch, ValueError("boom"))
    for value, is_debug in (("1", True), ("0", False), ("", False)):
        monkeypatch.setenv("EDITKIT_DEBUG", value)
        assert ("Traceback" in editkit("lint", "a.txt").err) == is_debug


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (InputError("It is broken.", uri="x"), "x: It is broken."),
        (PermissionError(13, "Permission denied", "x"), "x: Permission denied."),
    ],
)
def test_unusable_input_is_no_fault(
    editkit: Editkit, monkeypatch: pytest.MonkeyPatch, error: Exception, sentence: str
) -> None:
    fail_with(monkeypatch, error)

    ran = editkit("lint", "a.txt", "--debug")

    assert (ran.code, ran.err) == (2, f"editkit: {sentence}\n")


def test_ctrl_c_is_not_caught(editkit: Editkit, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_with(monkeypatch, KeyboardInterrupt())

    with pytest.raises(KeyboardInterrupt):
        editkit("lint", "a.txt")


def test_every_command_has_the_option(editkit: Editkit) -> None:
    subcommands = (["glossary", "check"], ["glossary", "mine"], ["engines", "install"])
    for args in ([], *([name] for name in COMMANDS), *subcommands):
        assert "--debug " in editkit(*args, "--help").out
    assert "Exit codes:\n" in editkit("--help").out


@pytest.mark.live
def test_optimized_python_keeps_the_help_texts() -> None:
    calls = [[name] for name in COMMANDS]
    calls += [["glossary", "check"], ["glossary", "mine"], ["engines", "install"]]
    calls += [["cache", "info"], ["cache", "clear"], ["config", "show"]]
    program = f"from editkit.cli import run\nfor call in {calls}: run([*call, '--help'])"

    plain, optimized = (
        subprocess.run(
            [sys.executable, *options, "-c", program], capture_output=True, text=True, check=True
        ).stdout
        for options in ((), ("-OO",))
    )

    assert optimized == plain
    assert plain.count("Usage: ") == len(calls)


def test_a_deleted_current_folder_is_no_fault(
    editkit: Editkit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()

    result = editkit("config", "show")

    assert result.code == 2
    assert result.err == "editkit: The current folder no longer exists.\n"
