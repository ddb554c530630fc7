"""Settings and arguments that name pipes, devices and loops: no command hangs."""

import os
from pathlib import Path

import pytest

from tests.capabilities import needs
from tests.cli.conftest import Editkit
from tests.cli.test_hostile_repository import FAULTY, _time_limit, repository, server, victim

__all__ = ["_time_limit", "repository", "server", "victim"]  # fixtures
pytestmark = needs("descriptors", "devices", "links", "pipes", "signals", "sockets")


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ('glossary = ["pipe.csv"]', "it is a pipe"),
        ('words = ["pipe.csv"]', "it is a pipe"),
        ('baseline = "/dev/zero"', "it is a device"),
        ('baseline = "huge.txt"', "it has more than 64 MB"),
        ('glossary = ["/etc/passwd"]', "This glossary cannot be used"),
        ('words = ["loop.txt"]', "Too many levels of symbolic links"),
    ],
)
def test_no_setting_makes_it_hang(
    editkit: Editkit, repository: Path, setting: str, message: str
) -> None:
    os.mkfifo(repository / "pipe.csv")
    (repository / "editkit.toml").write_text(setting, "utf-8")

    result = editkit("lint", "--engine", "none", "a.txt")

    assert result.code == 2
    assert message in result.err
    assert result.err.count("\n") == 1


def test_no_configuration_file_makes_it_hang(editkit: Editkit, repository: Path) -> None:
    configuration = repository / "editkit.toml"
    configuration.unlink()
    os.mkfifo(configuration)
    assert editkit("lint", "--engine", "none", "a.txt").code == 1  # as if it were not there

    configuration.unlink()
    configuration.touch()
    os.truncate(configuration, 10**12)
    result = editkit("lint", "--engine", "none", "a.txt")
    assert (result.code, "it has more than 1 MB" in result.err) == (2, True)


def test_only_links_lead_to_a_loop_of_folders(editkit: Editkit, repository: Path) -> None:
    (repository / "x").symlink_to("x")

    result = editkit("lint", "--engine", "none", "x/y.txt", "a.txt")

    assert result.code == 2
    assert "x/y.txt" in result.out
    assert "a.txt" in result.out


def test_a_pipe_that_the_user_names_is_read(editkit: Editkit, repository: Path) -> None:
    del repository
    reader, writer = os.pipe()
    os.write(writer, FAULTY.encode())
    os.close(writer)

    result = editkit("lint", "--engine", "none", f"/dev/fd/{reader}")
    os.close(reader)

    assert result.code == 1
    assert "repeated-word" in result.out


def test_a_device_that_the_user_names_ends_at_the_limit(
    editkit: Editkit, repository: Path
) -> None:
    del repository
    result = editkit("lint", "--engine", "none", "/dev/zero", "a.txt")

    assert result.code == 2
    assert "it has more than 64 MB" in result.out
    assert "repeated-word" in result.out
