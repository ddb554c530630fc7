"""Baseline: all commands skip recorded issues."""

import json
from pathlib import Path

from tests.cli.conftest import Editkit

TWICE = "The tram ran up the the hill.\n"
ALONE = ("--engine", "none")


def test_current_issues_are_suppressed_after_an_update(editkit: Editkit, tmp_path: Path) -> None:
    written = editkit("lint", *ALONE, "a.txt", "--baseline", "b.json", "--write-baseline")
    again = editkit("lint", *ALONE, "a.txt", "clean.txt", "--baseline", "b.json")

    assert (written.code, written.out) == (0, "b.json: 1 issue; 1 new, 0 gone\n")
    assert (again.code, again.out.split("\n")[-2]) == (
        0,
        "2 files, no issues; 1 suppressed by the baseline",
    )
    [entry] = json.loads((tmp_path / "b.json").read_text())["suppressed"]
    assert (entry["path"], entry["rule"], entry["text"]) == ("a.txt", "repeated-word", "at at")


def test_a_new_issue_is_reported_and_the_old_one_is_not(editkit: Editkit, tmp_path: Path) -> None:
    editkit("lint", *ALONE, "a.txt", "--baseline", "b.json", "--write-baseline")
    path = tmp_path / "a.txt"
    path.write_text(TWICE + path.read_text())

    ran = editkit("lint", *ALONE, "a.txt", "--baseline", "b.json", "--format", "json")

    report = json.loads(ran.out)
    assert ran.code == 1
    assert [issue["text"] for issue in report["files"][0]["issues"]] == ["the the"]
    assert report["summary"]["issues"] == 1
    assert report["summary"]["suppressed"] == 1


def test_a_configured_baseline_is_relative_to_the_configuration(
    editkit: Editkit, tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "c.txt").write_text(TWICE)
    (tmp_path / "in" / "editkit.toml").write_text('baseline = "known.json"\nengine = "none"\n')

    missing = editkit("lint", "in/c.txt")
    written = editkit("lint", "in/c.txt", "--write-baseline")
    ran = editkit("lint", "in/c.txt")

    assert missing.code == 2
    assert "known.json: No such baseline. Create it with editkit lint --write" in missing.err
    assert written.code == 0
    assert json.loads((tmp_path / "in" / "known.json").read_text())["suppressed"]
    assert (ran.code, "1 suppressed by the baseline" in ran.out) == (0, True)


def test_without_a_configured_baseline_its_use_is_explained(
    editkit: Editkit, tmp_path: Path
) -> None:
    ran = editkit("lint", *ALONE, "a.txt", "--write-baseline")

    assert (tmp_path / "editkit-baseline.json").is_file()
    assert ran.out.endswith(
        "Use it with --baseline editkit-baseline.json, or set baseline in the configuration.\n"
    )


def test_stale_entries_are_reported_and_removed_by_an_update(
    editkit: Editkit, tmp_path: Path
) -> None:
    baseline = ("--baseline", "b.json")
    (tmp_path / "c.txt").write_text(TWICE)
    editkit("lint", *ALONE, "a.txt", "c.txt", *baseline, "--write-baseline")
    (tmp_path / "a.txt").write_text("The ferry left.\n")

    ran = editkit("lint", *ALONE, "a.txt", *baseline)
    narrow = editkit("lint", *ALONE, "a.txt", *baseline, "--select", "term", "--write-baseline")
    anew = editkit("lint", *ALONE, "a.txt", *baseline, "--write-baseline")

    assert ran.code == 0
    assert ran.out.endswith(
        "1 file, no issues; none suppressed by the baseline"
        " (1 of its entries finds nothing any more)\n"
    )
    assert narrow.out == "b.json: 2 issues; 0 new, 0 gone\n"
    assert anew.out == "b.json: 1 issue; 0 new, 1 gone\n"
    [left] = json.loads((tmp_path / "b.json").read_text())["suppressed"]
    assert left["path"] == "c.txt"


def test_cached_results_are_suppressed_as_well(editkit: Editkit) -> None:
    first = editkit("lint", *ALONE, "a.txt")
    editkit("lint", *ALONE, "a.txt", "--baseline", "b.json", "--write-baseline")
    suppressed = editkit("lint", *ALONE, "a.txt", "--baseline", "b.json")
    again = editkit("lint", *ALONE, "a.txt")

    assert (first.code, suppressed.code) == (1, 0)
    assert again.out == first.out


def test_fix_normalize_and_review_skip_suppressed_issues(editkit: Editkit, tmp_path: Path) -> None:
    glossary = ("-g", "glossary.csv", *ALONE)
    editkit("lint", *glossary, "a.txt", "--baseline", "b.json", "--write-baseline")
    before = (tmp_path / "a.txt").read_bytes()

    fixed = editkit("fix", *glossary, "a.txt", "--baseline", "b.json", "--write")
    normal = editkit("normalize", *glossary, "a.txt", "--baseline", "b.json", "--write")
    page = editkit("review", *glossary, "a.txt", "--baseline", "b.json", "-o", "p.html")

    assert (fixed.code, normal.code, page.code) == (0, 0, 0)
    assert (tmp_path / "a.txt").read_bytes() == before
    assert "0 edits and 0 notes in 1 file; 3 suppressed by the baseline" in page.err


def test_a_correction_next_to_a_suppressed_issue_keeps_it_suppressed(
    editkit: Editkit, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("The harbor lines float boat left.\n")
    editkit(
        "lint", "-g", "glossary.csv", *ALONE, "a.txt", "--baseline", "b.json", "--write-baseline"
    )
    baseline = json.loads((tmp_path / "b.json").read_text())
    baseline["suppressed"] = [e for e in baseline["suppressed"] if e["text"] == "float boat"]
    (tmp_path / "b.json").write_text(json.dumps(baseline))

    editkit("fix", "-g", "glossary.csv", *ALONE, "a.txt", "--baseline", "b.json", "--write")

    assert (tmp_path / "a.txt").read_text() == "The Harbour Lines float boat left.\n"


def test_standard_input_has_no_baseline(editkit: Editkit) -> None:
    ran = editkit("lint", *ALONE, "-", "--write-baseline")

    assert (ran.code, "standard input" in ran.err) == (2, True)


def test_a_file_that_cannot_be_read_keeps_its_entries(editkit: Editkit, tmp_path: Path) -> None:
    baseline = ("--baseline", "b.json", "--write-baseline")
    editkit("lint", *ALONE, "a.txt", *baseline)
    (tmp_path / "a.txt").write_bytes(b"\xff\xfe\x00")

    ran = editkit("lint", *ALONE, "a.txt", *baseline)

    assert (ran.code, ran.out) == (2, "b.json: 1 issue; 0 new, 0 gone\n")


def test_words_of_a_word_list_are_accepted(editkit: Editkit, tmp_path: Path) -> None:
    (tmp_path / "w.txt").write_text("Harbuor\n")
    (tmp_path / "a.txt").write_text("The Harbuor Lines ferry.\n")

    flagged = editkit("lint", *ALONE, "-g", "glossary.csv", "a.txt")
    named = editkit("lint", *ALONE, "-g", "glossary.csv", "a.txt", "--words", "w.txt")
    (tmp_path / "editkit.toml").write_text('words = ["w.txt"]\n')
    configured = editkit("lint", *ALONE, "-g", "glossary.csv", "a.txt")

    assert (flagged.code, named.code, configured.code) == (1, 0, 0)
