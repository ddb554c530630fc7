"""A hostile repository: nothing is sent, nothing outside is written, and no command hangs."""

import json
import os
import signal
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.capabilities import needs
from tests.cli.conftest import CommandResult, Editkit
from tests.cli.test_remote_server import Server, server
from tests.serving import request_json, run_server

__all__ = ["server"]  # a fixture
pytestmark = needs("descriptors", "devices", "links", "pipes", "signals", "sockets")

TIME_LIMIT = 60  # seconds
FAULTY = "The the secret merger left at at noon.\n"
REMOTE = 'languagetool-url = "{url}"\nwords = ["../victim/words.txt"]\n'


@pytest.fixture(autouse=True)
def _time_limit() -> Iterator[None]:
    """Fail a test that hangs, as one does that waits for a pipe."""

    def fail(*_: object) -> None:
        pytest.fail("the command hangs")

    before = signal.signal(signal.SIGALRM, fail)
    signal.alarm(TIME_LIMIT)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture
def victim(tmp_path: Path) -> Path:
    """A folder that the repository must not change."""
    folder = tmp_path / "victim"
    folder.mkdir()
    for name in ("notes.txt", "words.txt", ".bashrc"):
        (folder / name).write_text(FAULTY, "utf-8")
    return folder


@pytest.fixture
def repository(
    editkit: Editkit,
    server: Server,
    victim: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Path:
    """A clone that a stranger has prepared; the user's own articles are `a.txt` and `b.md`."""
    del editkit, victim
    folder = tmp_path / "clone"
    (folder / ".git").mkdir(parents=True)
    (folder / "editkit.toml").write_text(REMOTE.format(url=server.url), "utf-8")
    for name in ("a.txt", "b.md"):
        (folder / name).write_text(FAULTY, "utf-8")
    os.mkfifo(folder / "pipe.txt")
    (folder / "zero.md").symlink_to("/dev/zero")
    (folder / "out.txt").symlink_to("../victim/notes.txt")
    (folder / "loop.txt").symlink_to("loop.txt")
    (folder / "again").symlink_to(".")
    (folder / "huge.txt").touch()
    os.truncate(folder / "huge.txt", 10**12)
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind(os.path.relpath(folder / "socket.txt"))
    make_deep(folder)
    (folder / "locked").mkdir()
    lock(folder / "locked", monkeypatch)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("EDITKIT_CACHE", str(tmp_path / "cache"))
    return folder


def make_deep(folder: Path) -> None:
    """Make a chain of folders whose path is longer than the system allows."""
    opened = os.open(folder, os.O_RDONLY)
    for _ in range(17):
        os.mkdir("d" * 250, dir_fd=opened)
        below = os.open("d" * 250, os.O_RDONLY, dir_fd=opened)
        os.close(opened)
        opened = below
    os.close(opened)


def lock(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a folder unreadable, for root, too."""
    scandir: Callable[..., object] = os.scandir

    def guarded(path: "str | os.PathLike[str]" = ".") -> object:
        if isinstance(path, str) and os.path.realpath(path) == str(folder):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def check_unread(result: CommandResult, *, stream: str) -> None:
    """Check that each file that is not read is named with a reason, and the exit is 2."""
    assert result.code == 2
    for name, reason in (
        ("pipe.txt", "This file cannot be read: it is a pipe."),
        ("zero.md", "This file cannot be read: it is a device."),
        ("socket.txt", "This file cannot be read: it is a socket."),
        ("loop.txt", "This file cannot be read: Too many levels of symbolic links."),
        ("huge.txt", "This file cannot be read: it has more than 64 MB."),
        ("locked", "This folder cannot be read: Permission denied."),
        ("ddd", "This folder cannot be read: File name too long."),
    ):
        assert any(name in line and reason in line for line in stream.split("\n")), name


@pytest.mark.parametrize("paths", [(".",), ("**/*.txt", "**/*.md")])
def test_lint_reports_the_rest(
    editkit: Editkit, repository: Path, server: Server, paths: tuple[str, ...]
) -> None:
    del repository
    result = editkit("lint", "--format", "json", *paths)
    report = json.loads(result.out)

    linted = {file["path"].removeprefix("./") for file in report["files"] if file.get("issues")}
    assert linted >= {"a.txt", "b.md"}
    messages = "\n".join(f"{each['path']}: {each['message']}" for each in report["notices"])
    assert "--languagetool-url" in messages
    check_unread(result, stream=messages + result.err)
    assert server.requested == []


@pytest.mark.parametrize("command", ["fix", "normalize"])
def test_fix_changes_the_articles_and_nothing_outside(
    editkit: Editkit, repository: Path, victim: Path, server: Server, command: str
) -> None:
    before = snapshot(victim)
    (repository / "g.csv").write_text("term,forbidden\nnoon,merger\n", "utf-8")

    result = editkit(command, "--write", "-g", "g.csv", ".")

    check_unread(result, stream=result.err)
    assert "a.txt: " in result.err
    assert (repository / "a.txt").read_text("utf-8") != FAULTY
    assert snapshot(victim) == before
    assert "out.txt: Not changed: a link leads to it out of “.”" in result.err
    assert (repository / "out.txt").is_symlink()
    assert server.requested == []


def test_a_link_that_the_user_names_is_written(
    editkit: Editkit, repository: Path, victim: Path
) -> None:
    (repository / "editkit.toml").unlink()

    assert editkit("fix", "--write", "--engine", "none", "out.txt").code == 0

    assert (victim / "notes.txt").read_text("utf-8") != FAULTY
    assert (repository / "out.txt").is_symlink()


def test_a_review_page_is_made_of_the_rest(
    editkit: Editkit, repository: Path, victim: Path, server: Server, tmp_path: Path
) -> None:
    before = snapshot(victim)
    page = ("review", "-o", str(tmp_path / "page.html"), ".")
    for link in ("out.txt", "zero.md"):
        assert (refused := editkit(*page)).code == 2
        assert "This file is outside of “.”" in refused.err
        (repository / link).unlink()

    result = editkit(*page)

    check_unread(
        result, stream=f"{result.err}\nzero.md: This file cannot be read: it is a device."
    )
    assert "secret merger" in (tmp_path / "page.html").read_text("utf-8")
    assert snapshot(victim) == before
    assert server.requested == []


@pytest.mark.live
def test_a_served_review_adds_nothing_to_files_outside(repository: Path, victim: Path) -> None:
    before = snapshot(victim)
    (repository / "editkit.toml").write_text('words = ["../victim/.bashrc"]', "utf-8")

    with run_server(repository, "--select", "repeated-word") as (_, url):
        decisions = request_json(url, "/api/decisions")["decisions"]
        assert isinstance(decisions, dict)
        document = {"revision": 0, "decisions": {**decisions, "words": ["curl"]}}
        revision = request_json(url, "/api/decisions", document, "PUT")["revision"]
        request_json(url, "/api/apply", {"revision": revision}, "POST")

    assert "curl" in (repository / "editkit-decisions.json").read_text("utf-8")
    assert snapshot(victim) == before
