"""Security of the page: hostile articles stay text, and no requests are sent."""

import pytest

from editkit.core.issue import ConceptRef
from editkit.core.result import Notice
from editkit.reviewing.page import Original
from tests.browser.page import OpenPage, Review
from tests.file_results import IssueSpec, file_result

pytestmark = pytest.mark.browser


HOSTILE = (
    "</script><script>alert('x')</script>",
    "<!-- <script>",
    "</script <b>",
    "<!-- <script /",
    "]]> ${alert('x')}",
    "<img src=http://192.0.2.1/x onerror=alert('x')>",
    '" onfocus="alert(\'x\')" autofocus="',
    "\u202egnp.exe",
)


VISIBLE = """() => [...document.querySelectorAll("header, main, nav, aside")]
  .map(node => node.textContent).join("")"""


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_article_name_or_glossary_stays_text(text: str, open_page: OpenPage) -> None:
    raw = f"One {text} two {text} three."
    found = IssueSpec(
        text, (f"{text}!", "two"), text, message=text, concept=ConceptRef(text, text)
    )
    one = file_result(raw, found, IssueSpec(text, nth=1), path=text, notices=(Notice(text, text),))
    review = open_page(one, title=text)
    review.press("n", "r", "k", "e")
    review.page.keyboard.insert_text(text)
    review.press("Enter", "a", "?", "?")
    review.page.reload()

    assert review.errors == []
    assert review.download("Download corrected text").decode() == raw.replace(text, f"{text}!", 1)
    assert review.page.locator("main img, main script").count() == 0


@pytest.mark.parametrize("text", HOSTILE)
def test_it_stays_text_in_every_view_and_list(text: str, open_page: OpenPage) -> None:
    raw = f"One {text} two {text} three. Four {text}."
    ref = ConceptRef(text, text, text)
    issues = (IssueSpec(text, ("two",), text, message=text, concept=ref), IssueSpec(text, nth=1))
    review = open_page(
        file_result(raw, *issues, path=text), originals={(text, None): [Original(0, text)]}
    )
    review.press("a", "s", "s", "e")
    review.page.keyboard.insert_text(text)
    review.press("Enter", "k", "w", "k", "g")
    review.page.get_by_role("button", name="Add", exact=True).click()
    for tab in review.page.locator("#tabs button").all():
        tab.click()
        assert review.page.evaluate(VISIBLE).count("\u202e") == 0
    for _ in range(5):
        review.press("v")
        assert review.page.evaluate(VISIBLE).count("\u202e") == 0

    assert review.errors == []
    assert review.page.locator("main img, main script, nav img, aside img").count() == 0


def test_the_page_sends_no_requests(review: Review) -> None:
    review.press(
        "a", "r", "e", "Enter", "u", "?", "?", "n", *"vvvvvsS", "d", "w", "f", "A", "Enter", "u"
    )
    review.page.evaluate("window.print = () => {}")
    review.page.get_by_role("button", name="Print report").click()
    review.download("Download decisions")
    review.download("Download corrected text")
    review.download("Download diff")

    assert [url for url in review.requests if not url.startswith("blob:")] == [
        review.path.as_uri()
    ]


def test_the_policy_blocks_requests(review: Review) -> None:
    ran = review.page.evaluate(
        """async () => {
          const tried = [];
          try { await fetch("http://192.0.2.1/"); } catch { tried.push("fetch"); }
          try { document.body.innerHTML = "<b>x</b>"; } catch { tried.push("innerHTML"); }
          try { const s = document.createElement("script"); s.textContent = "window.ran = 1";
                document.body.append(s); } catch { tried.push("script"); }
          return [tried, window.ran ?? null];
        }"""
    )

    assert ran == [["fetch", "innerHTML", "script"], None]
    assert [url for url in review.requests if url.startswith("http")] == []
