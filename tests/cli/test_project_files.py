"""Files that a configuration next to articles names: what is read, written and shown."""

import json
import os
from hashlib import sha256
from pathlib import Path

import pytest

from editkit.config.files import Configuration
from editkit.linting.files.source_file import SourceFile
from editkit.linting.session import Session
from editkit.reviewing.apply import NO_TARGETS
from editkit.reviewing.server.review_files import ReviewFiles
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
    assert "This glossary cannot be used. It lies outside" in result.err
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
        assert "A part of this glossary is not used. It lies outside" in result.out
        assert "hunter2" not in result.out + result.err


def test_no_content_of_a_baseline_outside_is_quoted(editkit: Editkit, repository: Path) -> None:
    (repository / "../victim/b.json").write_text('{"schema": "hunter2"}', "utf-8")
    configure(repository, baseline="../victim/b.json")

    result = editkit(*LINT, "a.txt")

    assert (result.code, "This file cannot be used. It lies outside" in result.err) == (2, True)
    assert "hunter2" not in result.out + result.err
    assert "hunter2" in editkit(*LINT, "--baseline", "../victim/b.json", "a.txt").err


@pytest.mark.parametrize("is_absolute", [False, True])
def test_no_baseline_is_written_outside(
    editkit: Editkit, repository: Path, *, is_absolute: bool
) -> None:
    name = f"{repository.parent}/victim/new.json" if is_absolute else "../victim/new.json"
    configure(repository, baseline=name)

    result = editkit(*LINT, "--write-baseline", "a.txt")

    assert result.code == 2
    assert "This file is not written, because it lies outside" in result.err
    assert "name it with --baseline." in result.err
    assert not Path(name).exists()


def test_the_user_may_name_a_baseline_outside(editkit: Editkit, repository: Path) -> None:
    configure(repository, baseline="../victim/new.json")

    named = repository / "../victim/new.json"
    assert editkit(*LINT, "--write-baseline", "--baseline", str(named), "a.txt").code == 0
    assert named.exists()


@needs("links")
def test_the_default_baseline_is_no_link_out(editkit: Editkit, repository: Path) -> None:
    (repository / "editkit-baseline.json").symlink_to("../victim/new.json")

    result = editkit(*LINT, "--write-baseline", "a.txt")

    assert result.code == 2
    assert "This is a link that leads out of its folder" in result.err
    assert not (repository / "../victim/new.json").exists()


@pytest.mark.parametrize(
    ("key", "name", "option"),
    [
        ("words", "../victim/words.txt", "--words"),
        ("glossary", "../victim/terms.csv", "--glossary"),
        ("baseline", "../victim/new.json", "--baseline"),
    ],
)
def test_a_served_review_adds_nothing_to_files_outside(
    repository: Path, key: str, name: str, option: str
) -> None:
    configure(repository, **{key: name})
    settings = Configuration({}).for_folder(str(repository))
    with Session() as session:
        files = ReviewFiles([(settings, SourceFile("a.txt"))], ["a.txt"], repository, session)

        [notice] = files.unwritten_file_notices

    assert notice.endswith(f"to change it, name it with {option}.")
    assert files.targets == NO_TARGETS


@needs("links")
def test_the_decisions_of_a_served_review_are_no_link_out(
    editkit: Editkit, repository: Path
) -> None:
    (repository / "editkit-decisions.json").symlink_to("../victim/new.json")

    result = editkit("review", "--serve", "--no-open", "--engine", "none", "a.txt")

    assert result.code == 2
    assert "name it with --decisions." in result.err


def test_apply_writes_no_baseline_outside(editkit: Editkit, repository: Path) -> None:
    configure(repository, baseline="../victim/new.json")
    write_decisions(suppress=True)

    result = editkit("apply", "d.json")

    assert result.code == 2
    assert "name it with --baseline." in result.err
    assert editkit("apply", "d.json", "--baseline", "../victim/new.json").code == 0


def test_apply_needs_no_baseline_without_suppressions(editkit: Editkit, repository: Path) -> None:
    configure(repository, baseline="../victim/new.json")
    write_decisions(suppress=False)

    assert editkit("apply", "d.json").code == 0
    assert not (repository / "../victim/new.json").exists()


def write_decisions(*, suppress: bool) -> None:
    article = Path("a.txt").read_bytes()
    decision = {"edit": "1", "rule": "repeated-word", "fingerprint": "f", "state": "rejected"}
    file = {
        "path": "a.txt",
        "sha256": sha256(article).hexdigest(),
        "decisions": [{**decision, "edits": [], "suppress": suppress}],
    }
    value = {"schema": "editkit.decisions/1", "files": [file]}
    Path("d.json").write_text(json.dumps(value), "utf-8")


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
