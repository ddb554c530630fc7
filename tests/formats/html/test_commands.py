"""A page from `lint` to `apply`."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Editkit, editkit
from tests.page_elements import page_files

__all__ = ["editkit"]
ONLY = ("--engine", "none", "--select", "repeated-word")
PAGE = (
    '<html lang="en"><meta charset="gb2312"><title>Of of quays</title>\r\n'
    "<p>The <b>ferry</b> left at\r\n  at noon &amp; met 中文.\r\n"
    "<!-- editkit-disable-next-line repeated-word -->\r\n<p>He saw the the quay.\r\n"
    "<p lang=fr>Il est est parti.<pre>the the</pre>\r\n"
    "<p>It came with with <img alt='a quay of of it'>\r\n"
)


@pytest.fixture(autouse=True)
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_bytes(PAGE.encode("gbk"))
    return path


def test_lint_shows_prose(editkit: Editkit) -> None:
    ran = editkit("lint", *ONLY, "page.html")

    assert "The ferry left «at at» noon & met 中文." in ran.out
    assert "also at alt (7:39)" in ran.out
    assert "saw the the" not in ran.out
    assert "note: 1 passage is marked as another language (fr) and not checked." in ran.out


def test_fix_writes_text_only(editkit: Editkit, page: Path) -> None:
    assert editkit("fix", *ONLY, "--unsafe", "--write", "page.html").code == 0

    expected = (
        PAGE.replace("at\r\n  at", "at").replace("with with", "with").replace("of of", "of")
    ).replace("Of of", "Of")
    assert page.read_bytes().decode("gbk") == expected


def test_typed_text_is_escaped(editkit: Editkit, page: Path, tmp_path: Path) -> None:
    assert editkit("review", *ONLY, "page.html", "-o", "review.html").code == 0
    [file] = page_files((tmp_path / "review.html").read_text("utf-8"))
    start = file["raw"].index("noon &")
    edit = {"start": start, "end": start + 4, "before": "noon", "replacement": "R&D <x>"}
    own = {"edit": f"own-{start}-{start + 4}", "rule": None, "fingerprint": None}
    decisions = [{**own, "state": "rewritten", "edits": [edit]}]
    head = {key: file[key] for key in ("path", "part", "sha256")}
    files = [{**head, **file["named"], "decisions": decisions}]
    saved = {"schema": "editkit.decisions/2", "files": files}
    (tmp_path / "d.json").write_text(json.dumps(saved), "utf-8")

    ran = editkit("apply", "d.json")

    assert (ran.out + ran.err) == "page.html: 1 edit made\n"
    expected = PAGE.replace("noon", "R&amp;D &lt;x&gt;")
    assert page.read_bytes().decode("gbk") == expected


def test_a_review_page_is_no_article(editkit: Editkit) -> None:
    assert editkit("review", *ONLY, "page.html", "-o", "review.html").code == 0

    assert editkit("lint", *ONLY, "review.html").out.startswith("review.html: no issues")


def test_a_footer_is_no_remains_of_a_web_page(editkit: Editkit, page: Path) -> None:
    notice = "© 2026 Example Inc. All rights reserved."
    page.write_text(f"<p>A ferry left.</p><p>{notice}</p>", "utf-8")
    page.with_name("b.txt").write_text(f"A ferry left.\n\n{notice}\n", "utf-8")

    ran = editkit("lint", "--engine", "none", "--select", "web", "page.html", "b.txt")

    assert "web-boilerplate" in ran.out
    assert "page.html: no issues" in ran.out
