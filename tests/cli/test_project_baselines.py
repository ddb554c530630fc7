"""Baselines and decisions that a configuration next to articles names: none is written outside."""

import json
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
from tests.cli.test_project_files import LINT, configure, repository

__all__ = ["repository"]  # a fixture


def test_no_content_of_a_baseline_outside_is_quoted(editkit: Editkit, repository: Path) -> None:
    (repository / "../victim/b.json").write_text('{"schema": "hunter2"}', "utf-8")
    configure(repository, baseline="../victim/b.json")

    result = editkit(*LINT, "a.txt")

    assert (result.code, "This file cannot be used. It is outside" in result.err) == (2, True)
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
    assert "This file is not written, because it is outside" in result.err
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
