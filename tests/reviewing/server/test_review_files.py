"""Tests of the files under review: notices about the run come with each linting."""

from pathlib import Path

from editkit.config import Configuration
from editkit.linting.files.discover_settings import find_files
from editkit.linting.session import Session
from editkit.reviewing.server.review_files import ReviewFiles


def test_notices_of_the_run_are_in_the_first_result_of_each_linting(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.odt"):
        (tmp_path / name).write_text("The plant.")
    found = find_files([str(tmp_path)], Configuration({"engine": "none"}))

    with Session() as session:
        names = ("a.txt", "b.txt")
        files = ReviewFiles(found.files, names, tmp_path, session, notices=found.notices)
        lintings = [[result.notices for result in files.lint()] for _ in range(2)]

    assert len(found.notices) == 1
    assert lintings == [[found.notices, ()]] * 2
