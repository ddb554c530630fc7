"""The contract of formats, from lint to apply: several parts that are read as prose."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from editkit import formats
from editkit.core.format import Format
from tests.bundle import Bundle, bundle, texts
from tests.cli.conftest import Editkit, editkit
from tests.page_elements import page_files

__all__ = ["editkit"]
BODY = (
    "The ferry *left* at at noon &amp; came back.\n"
    "!It it is locked.\n"
    "@fr Il est est parti.\n"
    "He met {0} and and {1}.\n"
)
NOTES = "A quay of of stone.\n"
ONLY = ("--engine", "none", "--select", "repeated-word")
BUNDLE = bundle(body=BODY, notes=NOTES)
FIXED_NOTES = "A quay of stone.\n"


OWN = tuple(formats.formats())


def known_formats() -> Iterator[Format]:
    yield from OWN
    yield Bundle()


@pytest.fixture(autouse=True)
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(formats, "formats", known_formats)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    path = tmp_path / "in" / "a.bundle"
    path.parent.mkdir()
    path.write_bytes(BUNDLE)
    return path


def test_the_report_shows_prose_parts_and_labels(editkit: Editkit) -> None:
    ran = editkit("lint", *ONLY, "in")

    lines = ran.out.splitlines()
    assert lines[0] == "in/a.bundle"
    assert lines[1].startswith("  body line 1 (1:18) ")
    assert lines[2].strip() == "The ferry left «at at» noon & came back."
    assert "He met ▫ «and and» ▫." in ran.out
    assert "  notes line 1 (1:8)" in ran.out
    assert "Il est" not in ran.out
    assert "It it" not in ran.out
    assert ran.out.count("repeated-word") == 3
    assert "note: 1 passage is marked as another language (fr) and not checked." in ran.out


def test_the_json_report_names_parts_and_labels(editkit: Editkit) -> None:
    [file] = json.loads(editkit("lint", *ONLY, "--format", "json", "in").out)["files"]

    assert (file["format"], file["parts"]) == ("bundle", ["body", "notes"])
    first = file["issues"][0]
    assert (first["part"], first["span"]["label"]) == ("body", "line 1")
    assert BODY[first["span"]["start"] : first["span"]["end"]] == first["text"]


def test_results_are_cached(
    editkit: Editkit, article: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("EDITKIT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("EDITKIT_CACHE_SIZE", "100")
    article.with_name("b.bundle").write_bytes(bundle(body=NOTES))
    first = editkit("lint", *ONLY, "in")
    monkeypatch.setattr("editkit.linting.runner.lint_file", None)

    again = editkit("lint", *ONLY, "in")

    assert (first.code, first.out) == (1, again.out)
    assert first.out.count("not checked") == 1


def test_fix_shows_a_diff_of_each_part(editkit: Editkit) -> None:
    ran = editkit("fix", *ONLY, "--unsafe", "in")

    assert "+++ b/in/a.bundle (notes)\t\n" in ran.out
    assert "in the format bundle, so its diff cannot be applied. Use --write" in ran.err
    assert ran.code == 1


def test_fix_writes_all_parts(editkit: Editkit, article: Path) -> None:
    assert editkit("fix", *ONLY, "--unsafe", "--write", "in").code == 0

    members = texts(article.read_bytes())
    assert members["notes.txt"] == FIXED_NOTES
    assert members["body.txt"].startswith("The ferry *left* at noon")
    assert "&amp; came back.\n!It it is locked.\n@fr Il est est parti.\n" in members["body.txt"]
    assert members["settings.bin"] == "\0\1"


def test_fix_writes_tracked_changes(editkit: Editkit, article: Path) -> None:
    ran = editkit("fix", *ONLY, "--unsafe", "--write", "--track", "--author", "Ann", "in")

    assert ran.code == 0
    assert "[-" in texts(article.read_bytes())["notes.txt"]
    assert (
        Bundle().parse(article.read_bytes(), uri="a", lang="en").documents[1].text == FIXED_NOTES
    )


def test_text_has_no_tracked_changes(editkit: Editkit, tmp_path: Path) -> None:
    ran = editkit("fix", *ONLY, "--write", "--track", "a.txt")

    assert ran.code == 2
    assert ran.err == "editkit: a.txt: Files in the format plain cannot have tracked changes.\n"
    assert "at at" in (tmp_path / "a.txt").read_text()
    assert "--track goes with --write." in editkit("fix", *ONLY, "--track", "in").err
    assert "--author goes with --track." in editkit("fix", *ONLY, "--author", "A", "in").err


def test_review_writes_all_proposals_into_a_file(
    editkit: Editkit, article: Path, tmp_path: Path
) -> None:
    data = bundle(body=BODY, notes=f"{NOTES}He said (so.\n")
    article.write_bytes(data)
    select = ("--engine", "none", "--select", "repeated-word,unbalanced-brackets")

    ran = editkit("review", *select, "in/a.bundle", "-o", "out.bundle", "--author", "Ann")

    assert ran.code == 0
    assert ran.err.endswith("out.bundle: 3 tracked changes and 1 comment\n")
    assert article.read_bytes() == data
    made = (tmp_path / "out.bundle").read_bytes()
    assert (
        "\n?Ann 1970: Unbalanced bracket “(”: it is not closed. (unbalanced"
        in texts(made)["notes.txt"]
    )
    text = Bundle().parse(made, uri="a", lang="en").documents[1].text
    assert text == f"{FIXED_NOTES}He said (so.\n\n"


def test_one_file_of_the_format_is_reviewed_at_a_time(editkit: Editkit, article: Path) -> None:
    article.with_name("b.bundle").write_bytes(BUNDLE)

    assert editkit("review", *ONLY, "in", "-o", "out.bundle").err == (
        "editkit: Tracked changes are written for one file at a time; 2 are reviewed.\n"
    )
    assert editkit("review", *ONLY, "a.txt", "-o", "out.bundle").err == (
        "editkit: a.txt: Proposals for this file (format plain) cannot be written as bundle. "
        "Use -o with a name that ends in .html.\n"
    )
    assert "goes with -o" in editkit("review", *ONLY, "in", "-o", "p.html", "--author", "A").err


def decisions_of(editkit: Editkit, tmp_path: Path) -> list[dict[str, object]]:
    """Return what the page would save if everything is accepted."""
    assert editkit("review", *ONLY, "in/a.bundle", "-o", "page.html").code == 0
    files = page_files((tmp_path / "page.html").read_text("utf-8"))
    saved: list[dict[str, object]] = []
    for file in files:
        accepted = [
            {
                "edit": item["id"],
                "rule": item["rule"],
                "fingerprint": item["fingerprint"],
                "state": "accepted",
                "edits": item["choices"][0]["edits"],
            }
            for item in file["items"]
        ]
        head = {key: file[key] for key in ("path", "part", "sha256")}
        saved.append({**head, **file["named"], "decisions": accepted})
    return saved


def apply(editkit: Editkit, tmp_path: Path, files: object, *args: str) -> str:
    path = tmp_path / "d.json"
    path.write_text(json.dumps({"schema": "editkit.decisions/2", "files": files}), "utf-8")
    ran = editkit("apply", "d.json", *args)
    return ran.out + ran.err


def test_the_page_has_the_prose_of_each_part(editkit: Editkit, tmp_path: Path) -> None:
    assert editkit("review", *ONLY, "in/a.bundle", "-o", "page.html").code == 0

    page = (tmp_path / "page.html").read_text("utf-8")
    body, notes = page_files(page)
    assert body["raw"] == BODY.replace("*", "").replace("&amp;", "&").replace("!", "").replace(
        "@fr ", ""
    ).replace("{0}", "\ufffc").replace("{1}", "\ufffc")
    assert (body["named"], body["whole"], notes["part"]) == ({"prose": True}, False, "notes")
    assert body["originals"] == [[0, "original of line 1"]]


def test_accepted_edits_are_applied(editkit: Editkit, article: Path, tmp_path: Path) -> None:
    files = decisions_of(editkit, tmp_path)

    assert apply(editkit, tmp_path, files) == "in/a.bundle: 3 edits made\n"
    members = texts(article.read_bytes())
    assert members["notes.txt"] == FIXED_NOTES
    assert "&amp; came back.\n!It it is locked." in members["body.txt"]


def test_edits_that_were_made_before_are_recognized(
    editkit: Editkit, article: Path, tmp_path: Path
) -> None:
    article.write_bytes(bundle(notes=f"R&amp;D. {NOTES}"))
    files = decisions_of(editkit, tmp_path)

    assert apply(editkit, tmp_path, files) == "in/a.bundle: 1 edit made\n"
    assert apply(editkit, tmp_path, files) == "in/a.bundle: 1 edit already applied\n"
    assert texts(article.read_bytes())["notes.txt"] == f"R&amp;D. {FIXED_NOTES}"


def rewrite(
    files: list[dict[str, object]], before: str, replacement: str
) -> list[dict[str, object]]:
    body = files[0]
    text = Bundle().parse(BUNDLE, uri="a", lang="en").documents[0].text
    start = text.index(before)
    end = start + len(before)
    edit = {"start": start, "end": end, "before": before, "replacement": replacement}
    own = {"edit": f"own-{start}-{end}", "rule": None, "fingerprint": None}
    return [{**body, "decisions": [{**own, "state": "rewritten", "edits": [edit]}]}]


def test_typed_text_is_escaped(editkit: Editkit, article: Path, tmp_path: Path) -> None:
    files = rewrite(decisions_of(editkit, tmp_path), "came back", "R&D came")

    assert apply(editkit, tmp_path, files, "--track", "--author", "Ann").endswith("1 edit made\n")
    assert "[+R&amp;D came+]" in texts(article.read_bytes())["body.txt"].replace(
        "[-came back-]", ""
    ) or ("R&amp;D" in texts(article.read_bytes())["body.txt"])


def test_a_rewrite_that_removes_a_placeholder_is_refused(
    editkit: Editkit, article: Path, tmp_path: Path
) -> None:
    files = rewrite(decisions_of(editkit, tmp_path), "met \ufffc and", "met them and")

    assert "in line 4 would change more than text" in apply(editkit, tmp_path, files)
    assert article.read_bytes() == BUNDLE


def test_a_baseline_hides_issues_of_all_parts(editkit: Editkit) -> None:
    assert editkit("lint", *ONLY, "--write-baseline", "--baseline", "base.json", "in").code == 0

    ran = editkit("lint", *ONLY, "--baseline", "base.json", "in")

    assert ran.code == 0
    assert "3 suppressed by the baseline" in ran.out


def test_a_broken_bundle_is_one_sentence(editkit: Editkit, article: Path) -> None:
    article.write_bytes(b"PK\x03\x04")

    ran = editkit("lint", *ONLY, "in")

    assert (ran.code, ran.out.splitlines()[0]) == (2, "in/a.bundle: not read: this is no bundle")
