"""Change report of the page, compared with that of the command line; its size in print."""

import re
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page

from editkit.cli.change_report import write_report
from editkit.core.fix import Safety, Splice
from editkit.core.issue import ConceptRef
from editkit.core.result import SourceFix
from editkit.core.span import RawSpan
from editkit.linting.suppression.rule_index import rules_by_id
from editkit.reviewing.decisions import read_decisions
from editkit.reviewing.plan import plan_files
from editkit.reviewing.report_details import ReportHead
from tests.browser.page import OpenPage, Review
from tests.file_results import IssueSpec, bytes_of, file_result, placed_issue

pytestmark = pytest.mark.browser
HEAD = ReportHead("Annual report", "Harbor Lines", ("terms.csv",))
RAW = (
    "Share to all\r\n\r\n\r\nThe tram\u00a0line has a bureau in the town, and all of the boats "
    "run at noon, as a notice at the long quay of the town says to the public , too.\r\n"
    "北京汽车集团 builds 😀 𝕏1 cars with quality on schedule and quantity .\r\n"
)
ISSUES = (
    IssueSpec("Share to all\r\n\r\n", ("",), "web-boilerplate", message="Leftover text."),
    IssueSpec("tram\u00a0line", ("tramway", "tram line"), "deprecated-term",
              message="Write “tramway”.", concept=ConceptRef("tramway", "电车", None)),
    IssueSpec("bureau", ("office",), "deprecated-term", concept=ConceptRef("office", None, None)),
    IssueSpec("noon", ("midday",), "own"),
    IssueSpec("public ,", ("public,",), "languagetool/SPACE"),
    IssueSpec("汽车", ("汽車",), "own"),
    IssueSpec("quality on schedule and quantity", ("quantity on time and quality",), "own"),
    IssueSpec("quantity .", ("quantity.",), "own"),
)  # fmt: skip


def report_of(page: Page) -> str:
    """Return the report's markup without what only one of the two pages has."""
    markup: str = page.evaluate(
        """() => { const report = document.getElementById("report").cloneNode(true);
          report.querySelector(".screen")?.remove();
          const [head, ...rest] = report.children;
          return head.textContent + rest.map((each) => each.outerHTML).join(""); }"""
    )
    return markup


def test_the_command_line_writes_the_report_of_the_page(
    open_page: OpenPage, tmp_path: Path
) -> None:
    one = file_result(RAW, *ISSUES)
    review = open_page(one, head=HEAD, rules=rules_by_id())
    review.page.evaluate("decideAll(review.acceptable(review.edits), 'accepted')")
    review.page.evaluate("select(review.edits.find((item) => item.found === 'noon'))")
    review.press("e")
    review.page.keyboard.insert_text("one\u202f")
    review.press("Enter")
    review.button("Report").click()
    (tmp_path / one.uri).write_bytes(bytes_of(one))
    (tmp_path / "d.json").write_bytes(review.download("Download decisions"))
    decisions = read_decisions(tmp_path / "d.json")
    plans = tuple(plan_files(decisions, tmp_path))
    write_report(str(tmp_path / "r.html"), plans, applied=True, head=decisions.head)

    shown = report_of(review.page)
    review.page.goto((tmp_path / "r.html").as_uri())

    assert shown.count("<del>") == 7
    assert "Rewritten by the editor: Something is wrong." in shown
    assert report_of(review.page) == shown
    assert review.errors == []


def test_the_columns_keep_their_shares(open_page: OpenPage) -> None:
    review = open_page(file_result(RAW, *ISSUES), head=HEAD, rules=rules_by_id())
    review.press("a", "a")
    review.button("Report").click()

    table = review.page.locator("#report table").last
    width, *columns = table.evaluate(
        "(node) => [node, ...node.querySelectorAll('th')].map((each) => each.offsetWidth)"
    )
    assert [round(100 * each / width) for each in columns] == [5, 32, 32, 32]
    assert table.locator("td").first.evaluate("(td) => getComputedStyle(td).overflowWrap") == (
        "break-word"
    )


def long_review(open_page: OpenPage, count: int, per_line: int) -> Review:
    """Open a page with `count` edits of a long article, all of them accepted."""
    words = "the members of the company are to follow a plan of the board in good order, and so"
    line = " ".join(f"{words} term{number}" for number in range(per_line))
    raw = "".join(f"{line}.\n\n" for _ in range(count // per_line))
    issues = []
    for found in re.finditer(r"term\d", raw):
        fix = SourceFix("", Safety.SAFE, (Splice(RawSpan(*found.span()), "established name"),))
        spec = IssueSpec(
            found[0],
            nth=raw[: found.start()].count(found[0]),
            message="The glossary rejects “term”: write “established name”.",
        )
        issues.append(placed_issue(raw, spec, [fix]))
    review = open_page(file_result(raw, *issues), head=HEAD, rules=rules_by_id())
    review.page.evaluate("decideAll(review.acceptable(review.edits), 'accepted')")
    return review


def test_160_changes_fit_on_ten_pages(open_page: OpenPage) -> None:
    review = long_review(open_page, 160, 2)
    review.button("Report").click()

    pages = re.findall(rb"/Type\s*/Page[^s]", review.page.pdf(format="A4"))
    assert review.page.locator("#report table").last.locator("tr").count() == 81
    assert 2 <= len(pages) <= 10


def test_every_change_is_in_a_long_report(open_page: OpenPage) -> None:
    review = long_review(open_page, 800, 4)
    review.button("Report").click()

    assert review.page.locator("#report ins").count() == 800
    assert review.page.locator("#report dd").nth(1).inner_text() == (
        datetime.now().astimezone().date().isoformat()
    )
