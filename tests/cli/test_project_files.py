"""Files that a configuration next to articles names: what is read, written and shown."""

import json
import os
from pathlib import Path

import pytest

from tests.capabilities import needs
from tests.cli.conftest import Editkit

LINT = ("lint", "--engine", "none", "--no-cache")
CONTENT = "root:x:0:0"


@pytest.fixture
def repository(tmp_path: Path, editkit: Editkit, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with an article, next to a folder of someone else."""
    del editkit
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "own"))
    victim = tmp_path / "victim"
    victim.mkdir()
    (victim / "secret.csv").write_text(f"{CONTENT},x\n", "utf-8")
    (victim / "words.txt").write_text("noon\n", "utf-8")
    (victim / "terms.csv").write_text("term,forbidden\nferry,float boat\n", "utf-8")
    folder = tmp_path / "repository"
    folder.mkdir()
    (folder / "a.txt").write_text("The harbor float boat left at at noon.\n", "utf-8")
    monkeypatch.chdir(folder)
    return folder


def configure(folder: Path, **settings: object) -> None:
    lines = (f"{key} = {json.dumps(value)}\n" for key, value in settings.items())
    (folder / "editkit.toml").write_text("".join(lines), "utf-8")


@needs("links")
@pytest.mark.parametrize(
    ("key", "option"),
    [
        ("glossary", "--glossary"),
        ("words", "--words"),
        ("packs", "--pack"),
        ("baseline", "--baseline"),
    ],
)
def test_a_link_out_of_the_folder_is_refused(
    editkit: Editkit, repository: Path, key: str, option: str
) -> None:
    (repository / "g.csv").symlink_to("../victim/secret.csv")
    configure(repository, **{key: "g.csv"})

    result = editkit(*LINT, "a.txt")

    assert result.code == 2
    assert result.err == (
        "editkit: editkit.toml: “g.csv” is a link that leads out of the folder of this "
        f"configuration; name the file with {option}.\n"
    )
    assert CONTENT not in result.out + result.err


@needs("links")
def test_a_link_inside_the_folder_is_followed(editkit: Editkit, repository: Path) -> None:
    (repository / "real.csv").write_text("term,forbidden\nferry,float boat\n", "utf-8")
    (repository / "g.csv").symlink_to("real.csv")
    configure(repository, glossary="g.csv")

    assert "ferry" in editkit(*LINT, "a.txt").out


@needs("links")
def test_the_user_may_name_such_a_link(editkit: Editkit, repository: Path) -> None:
    (repository / "g.csv").symlink_to("../victim/terms.csv")
    configure(repository, glossary="g.csv")

    assert "ferry" in editkit(*LINT, "-g", "g.csv", "a.txt").out


def test_a_glossary_outside_is_read_but_never_quoted(editkit: Editkit, repository: Path) -> None:
    configure(repository, glossary="../victim/terms.csv")
    assert "ferry" in editkit(*LINT, "a.txt").out

    configure(repository, glossary="../victim/secret.csv")
    result = editkit(*LINT, "a.txt")

    assert result.code == 2
    assert "This glossary cannot be used. It is outside" in result.err
    assert CONTENT not in result.out + result.err
    assert CONTENT in editkit(*LINT, "-g", "../victim/secret.csv", "a.txt").err


def test_no_column_of_a_glossary_outside_is_quoted(
    editkit: Editkit, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even from the cache."""
    monkeypatch.setenv("EDITKIT_CACHE_SIZE", "10")
    monkeypatch.setenv("EDITKIT_CACHE", str(repository.parent / "cache"))
    glossary = f"{repository}/../victim/terms.csv"
    Path(glossary).write_text("term,hunter2\nferry,x\n", "utf-8")
    configure(repository, glossary=glossary)
    lint = LINT[:-1]  # with a cache

    by_user = editkit(*lint, "-g", glossary, "a.txt")
    by_repository = [editkit(*lint, "a.txt") for _ in range(2)]

    assert "The column “hunter2” is unknown" in by_user.out
    for result in by_repository:
        assert "A part of this glossary is not used. It is outside" in result.out
        assert "hunter2" not in result.out + result.err


@needs("pipes")
@pytest.mark.parametrize("key", ["glossary", "words", "baseline", "packs"])
def test_a_pipe_that_a_configuration_names_is_refused(
    editkit: Editkit, repository: Path, key: str
) -> None:
    os.mkfifo("p.csv")
    configure(repository, **{key: "p.csv"})

    result = editkit(*LINT, "a.txt")

    assert result.code == 2
    assert "it is a pipe" in result.err


def test_the_search_ends_at_a_repository_and_at_home(
    editkit: Editkit, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(repository.parent, ignore=["repeated-word"])
    assert "repeated-word" not in editkit(*LINT, "a.txt").out

    (repository / ".git").mkdir()
    assert "repeated-word" in editkit(*LINT, "a.txt").out

    (repository / ".git").rmdir()
    monkeypatch.setenv("HOME", str(repository))
    assert "repeated-word" in editkit(*LINT, "a.txt").out

    configure(repository, ignore=["repeated-word"])  # the home folder itself is searched
    assert "repeated-word" not in editkit(*LINT, "a.txt").out
