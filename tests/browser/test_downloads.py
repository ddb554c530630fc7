"""Downloads of the page, compared with the output of the command line."""

import json
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import expect

from editkit.core.fix import Safety, Splice
from editkit.core.result import FileResult, SourceFix
from editkit.core.span import RawSpan
from editkit.fixing.apply import merge_splices, select_compatible
from editkit.report.unified_diff import file_header, unified_diff
from editkit.reviewing.apply import apply_decisions
from editkit.reviewing.decisions import read_decisions
from tests.browser.page import (
    ISSUES,
    RAW,
    SPACE,
    TWICE,
    OpenPage,
    Review,
    apply_downloaded_decisions,
)
from tests.file_results import bytes_of, file_result

pytestmark = pytest.mark.browser


SOURCES: dict[str, dict[str, Any]] = {
    "plain": {},
    "bom": {"bom": True},
    "utf-16-le": {"encoding": "utf-16-le", "bom": True},
    "utf-16-be": {"encoding": "utf-16-be"},
    "gb18030": {"encoding": "gb18030", "start": "é 北京 \u3400 😀 "},
    "crlf": {"newline": "\r\n"},
    "lone-cr": {"newline": "\r"},
    "no-last-newline": {"last": ""},
    "astral": {"start": "😀 \U0001d54f é\u0301 \u2028\x85\x0b 北京 "},
    "mixed": {"start": "a\rb\r\nc\n"},
}


def source(
    newline: str = "\n",
    last: str = "\n",
    start: str = "",
    **rest: Any,  # noqa: ANN401  (passed on)
) -> FileResult:
    raw = start + RAW.replace("\n", newline).removesuffix(newline)
    return file_result(raw + (newline if last else ""), *ISSUES, **rest)


@pytest.mark.parametrize("name", SOURCES)
def test_apply_produces_the_downloaded_text(
    name: str, open_page: OpenPage, tmp_path: Path
) -> None:
    one = source(**SOURCES[name])
    review = open_page(one)
    review.press("a", "a", "r", "a", "e")
    review.page.keyboard.insert_text("D crew 😀")
    review.press("Enter", "j", "a")

    text = review.download("Download corrected text")
    assert text != bytes_of(one)
    assert apply_downloaded_decisions(review, one, tmp_path / "root") == text


def test_a_character_that_the_encoding_lacks_is_named(open_page: OpenPage) -> None:
    review = open_page(source(encoding="cp950", start="北京 "))
    review.press("e")
    review.page.keyboard.insert_text("汽车")
    review.press("Enter")
    review.page.get_by_role("button", name="Download corrected text").click()

    said = "cannot be downloaded: the encoding of the file, Big5, has no “车”"
    expect(review.page.locator("#status")).to_contain_text(said)
    decisions = json.loads(review.download("Download decisions"))
    assert [file["encoding"] for file in decisions["files"]] == ["Big5"]


def test_without_a_decision_the_corrected_text_is_the_file(open_page: OpenPage) -> None:
    one = source(**SOURCES["mixed"], bom=True)

    assert open_page(one).download("Download corrected text") == bytes_of(one)


@pytest.mark.parametrize("name", SOURCES)
def test_the_diff_equals_that_of_the_command_line(name: str, open_page: OpenPage) -> None:
    one = source(**SOURCES[name], path='a “b” c".txt')
    review = open_page(one)
    review.press("a", "r", "a", "a", "a", "a")

    fixes = [
        issue.fixes[0]
        for at, issue in enumerate(i for i in one.issues if i.fixes)
        if at in {0, 2, 3, 5}
    ]
    raw = one.documents[0].document.raw
    bom = "\ufeff" if one.package and one.package.bom else ""
    assert review.download("Download diff").decode() == unified_diff(
        one.uri, raw, merge_splices(fixes), bom=bom
    )


PIECES = st.sampled_from(["a", "b ", "\n", "\r\n", "\r", "😀", "\u2028", "line\n", "x\n"])


@given(st.data())
@settings(max_examples=2 * settings().max_examples, suppress_health_check=list(HealthCheck))
def test_any_edits_give_the_diff_of_the_command_line(review: Review, data: st.DataObject) -> None:
    raw = "".join(data.draw(st.lists(PIECES, max_size=30)))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(raw)), max_size=8)))
    spans = [RawSpan(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    splices, _ = select_compatible(
        SourceFix(
            "", Safety.SAFE, (Splice(span, "".join(data.draw(st.lists(PIECES, max_size=3)))),)
        )
        for span in spans
    )
    bom = data.draw(st.sampled_from(["", "\ufeff"]))
    edits = [
        {"start": s.span.start, "end": s.span.end, "replacement": s.text}
        for s in merge_splices(splices)
    ]

    made = review.page.evaluate(
        "([names, raw, edits, bom]) => unifiedDiff(names, new Source(raw), edits, bom)",
        [file_header("a.txt"), raw, edits, bom],
    )

    assert made == unified_diff("a.txt", raw, merge_splices(splices), bom=bom)


GIT_APPLICABLE = ["plain", "bom", "crlf", "lone-cr", "no-last-newline", "astral", "mixed"]


@pytest.mark.parametrize("name", GIT_APPLICABLE)
def test_git_applies_the_downloaded_diff(name: str, open_page: OpenPage, tmp_path: Path) -> None:
    one = source(**SOURCES[name])
    review = open_page(one)
    review.press("a", "r", "a", "a", "a", "a")
    (tmp_path / one.uri).write_bytes(bytes_of(one))
    (tmp_path / "a.diff").write_bytes(review.download("Download diff"))

    subprocess.run(["git", "apply", "a.diff"], cwd=tmp_path, check=True)

    assert (tmp_path / one.uri).read_bytes() == review.download("Download corrected text")


def test_several_files_are_reviewed_on_one_page(open_page: OpenPage, tmp_path: Path) -> None:
    one, two = file_result(RAW, SPACE), file_result("It is near the the sea.", TWICE, path="b.txt")
    review = open_page(one, two)
    review.press("a", "a")
    for each in (one, two):
        (tmp_path / each.uri).write_bytes(bytes_of(each))
    (tmp_path / "a.diff").write_bytes(review.download("Download diff"))
    (tmp_path / "d.json").write_bytes(review.download("Download decisions"))

    assert all(
        each.error is None
        for each in apply_decisions(read_decisions(tmp_path / "d.json"), tmp_path).files
    )
    made = {name: (tmp_path / name).read_bytes() for name in ("a.txt", "b.txt")}
    subprocess.run(["git", "apply", "-R", "a.diff"], cwd=tmp_path, check=True)

    assert made == {
        "a.txt": RAW.replace("stop ,", "stop,").encode(),
        "b.txt": b"It is near the sea.",
    }
    assert (tmp_path / "a.txt").read_bytes() == bytes_of(one)


def test_several_corrected_files_are_one_archive_with_their_paths(
    open_page: OpenPage, tmp_path: Path
) -> None:
    one = file_result(RAW, SPACE, path="morning/news.txt")
    two = file_result(
        "北京 near the the sea 😀.", TWICE, path="abend/ä/news.txt", encoding="utf-16-le"
    )
    other = file_result("Nothing is decided about the the rest.", TWICE, path="rest.txt")
    review = open_page(one, two, other)
    review.press("a", "a")

    (tmp_path / "all.zip").write_bytes(review.download("Download corrected text"))

    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        assert archive.testzip() is None
        assert {each.filename: archive.read(each) for each in archive.infolist()} == {
            "morning/news.txt": RAW.replace("stop ,", "stop,").encode(),
            "abend/ä/news.txt": "北京 near the sea 😀.".encode("utf-16-le"),
        }
        assert archive.infolist()[0].date_time[0] >= 2026
    assert "“review.corrected.zip”" in review.page.locator("#status").inner_text()


def test_one_corrected_file_of_several_is_no_archive(open_page: OpenPage) -> None:
    one, two = file_result(RAW, SPACE), file_result("near the the sea.", TWICE, path="b.txt")
    review = open_page(one, two)
    review.press("a")

    assert review.download("Download corrected text") == RAW.replace("stop ,", "stop,").encode()
