"""The review page in a real browser: deciding, keeping, downloading, and staying put."""

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from editkit.core.fix import Safety, Splice
from editkit.core.issue import ConceptRef
from editkit.core.result import FileResult, Notice, SourceFix
from editkit.core.span import RawSpan
from editkit.pipeline.apply import choose, merged
from editkit.pipeline.carry_out import carry_out
from editkit.pipeline.decisions import read_decisions
from editkit.report.patch import names, unified_diff
from editkit.report.review import render
from tests.reviewing import Found, bytes_of, placed, result, splice

pytestmark = pytest.mark.browser

FLAGS = (
    "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update "
    "--disable-sync --no-first-run"
).split()
RAW = (
    "The tram stop , they say, is near the the port.\n"
    "A second line run there, as the R & D team of Harbour Tramways says.\n"
    "It will stationed in 2027.\n"
)
SPACE = Found("stop ,", ("stop,",), "space-before-punctuation", safety=Safety.SAFE)
TWICE = Found("the the", ("the",), "repeated-word", safety=Safety.SAFE)
AGREES = Found("line run", ("line runs", "lines run"), "agreement")
TERM = Found("R & D", ("R&D",), "term-spacing", safety=Safety.SAFE)
TEAM = Found("D team", ("D teams",), "number")
VERB = Found("will stationed", ("will be stationed",), "verb")
NOTE = Found("they say", rule="hearsay")
ISSUES = (SPACE, NOTE, TWICE, AGREES, TERM, TEAM, VERB)


@dataclass
class Review:
    """A page that is open, the file it lies in and what it asked of the network."""

    page: Page
    path: Path
    requests: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def edit(self, rule: str) -> Locator:
        return self.page.locator(f"[data-edit][data-rule='{rule}']")

    def states(self) -> dict[str, str]:
        nodes = self.page.locator("[data-edit]").all()
        return {
            str(node.get_attribute("data-rule")): str(node.get_attribute("data-state"))
            for node in nodes
        }

    @property
    def current(self) -> str | None:
        return self.page.locator("[aria-current='true']").get_attribute("data-rule")

    def download(self, name: str) -> bytes:
        with self.page.expect_download() as started:
            self.page.get_by_role("button", name=name, exact=True).click()
        return Path(started.value.path()).read_bytes()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    assert chromium, "these tests need Chromium on PATH"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()


Open = Callable[..., Review]


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    contexts = []

    def open_page(*results: FileResult, title: str | None = None) -> Review:
        path = tmp_path / "page" / "review.html"
        path.parent.mkdir(exist_ok=True)
        path.write_text(render(results, title=title), encoding="utf-8", newline="")
        context = browser.new_context(accept_downloads=True)
        contexts.append(context)
        review = Review(context.new_page(), path)
        context.on("request", lambda request: review.requests.append(request.url))
        review.page.on("pageerror", lambda error: review.faults.append(str(error)))
        review.page.on("console", lambda message: review.faults.append(message.text))
        review.page.on("dialog", lambda dialog: review.faults.append(dialog.message))
        review.page.goto(path.as_uri())
        return review

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def review(opened: Open) -> Review:
    return opened(result(RAW, *ISSUES))


def applied(review: Review, one: FileResult, root: Path) -> bytes:
    """Return the file after `editkit apply` of what the page downloads."""
    root.mkdir()
    (root / one.uri).write_bytes(bytes_of(one))
    decisions = root.parent / "decisions.json"
    decisions.write_bytes(review.download("Download decisions"))
    assert [each.error for each in carry_out(read_decisions(decisions), root).files] == [None]
    return (root / one.uri).read_bytes()


def test_the_first_edit_is_current_and_nothing_is_decided(review: Review) -> None:
    assert review.current == "space-before-punctuation"
    assert set(review.states().values()) == {"pending"}
    assert review.faults == []


def test_accept_and_reject_move_on_to_the_next_pending_edit(review: Review) -> None:
    review.press("j", "a")
    assert review.current == "agreement"
    review.press("k", "k", "r")

    assert review.current == "agreement"
    assert review.states()["repeated-word"] == "accepted"
    assert review.states()["space-before-punctuation"] == "rejected"


def test_deciding_goes_round_to_what_was_passed_over(review: Review) -> None:
    review.press("j", "a", "a", "a", "a")

    assert review.current == "space-before-punctuation"


def test_previous_and_next_stop_at_the_ends(review: Review) -> None:
    review.press("k")
    assert review.current == "space-before-punctuation"
    review.press(*"jjjjjjjj")

    assert review.current == "verb"


def test_undo_takes_back_one_decision_after_the_other(review: Review) -> None:
    review.press("a", "r", "u")
    assert review.current == "repeated-word"
    assert review.states()["repeated-word"] == "pending"
    assert review.states()["space-before-punctuation"] == "accepted"
    review.press("u", "u")

    assert set(review.states().values()) == {"pending"}


def test_a_rewrite_is_kept_with_enter(review: Review) -> None:
    review.press("e")
    review.page.keyboard.insert_text("halt,")
    review.press("Enter")

    assert review.states()["space-before-punctuation"] == "rewritten"
    assert review.download("Download corrected text").decode() == RAW.replace("stop ,", "halt,")


def test_a_rewrite_is_left_with_escape(review: Review) -> None:
    review.press("e")
    review.page.keyboard.insert_text("halt")
    review.press("Escape")
    assert review.states()["space-before-punctuation"] == "pending"
    review.press("j")

    assert review.current == "repeated-word"


def test_a_rewrite_is_left_with_escape_from_its_buttons_too(review: Review) -> None:
    review.press("e", "Tab", "Escape")

    assert not review.page.get_by_role("textbox").is_visible()


def test_letters_in_a_rewrite_are_no_commands(review: Review) -> None:
    review.press("e", *"jar?u", "Enter")

    assert set(review.states().values()) == {"rewritten", "pending"}
    assert review.download("Download corrected text").decode().startswith("The tram jar?u")


def test_a_note_can_be_rewritten_or_dismissed(review: Review) -> None:
    review.press("n", "e")
    review.page.keyboard.insert_text("it is said")
    review.press("Enter")
    rewritten = json.loads(review.download("Download decisions"))["files"][0]["decisions"]
    review.press("r")
    dismissed = json.loads(review.download("Download decisions"))["files"][0]["decisions"]

    assert [(d["rule"], d["state"]) for d in rewritten] == [("hearsay", "rewritten")]
    assert [edit["replacement"] for edit in rewritten[0]["edits"]] == ["it is said"]
    assert [(d["state"], d["edits"]) for d in dismissed] == [("rejected", [])]


def test_another_proposal_can_be_chosen(review: Review) -> None:
    review.edit("agreement").click()
    review.page.get_by_role("radio", name="lines run").check()
    review.press("a")

    assert "A second lines run there" in review.download("Download corrected text").decode()


@pytest.fixture
def rivals(opened: Open) -> Review:
    first, second = (
        Found("big tram", ("large tram",), "one"),
        Found("tram line", ("tramway",), "two"),
    )
    return opened(
        result("A big tram line it is.\n", first, second, Found("it is", ("is it",), "apart"))
    )


def test_the_excluded_edit_is_named_and_comes_back_with_undo(rivals: Review) -> None:
    rivals.press("a")
    assert rivals.states() == {"one": "accepted", "two": "rejected", "apart": "pending"}
    assert rivals.edit("two").get_attribute("data-excluded") is not None
    assert rivals.current == "apart"
    rivals.press("u")

    assert set(rivals.states().values()) == {"pending"}


def test_the_later_of_two_overlapping_decisions_counts(rivals: Review) -> None:
    rivals.press("a")
    rivals.edit("two").click()
    assert rivals.current == "two"
    rivals.press("a")

    assert rivals.states() == {"one": "rejected", "two": "accepted", "apart": "pending"}
    assert rivals.download("Download corrected text").decode() == "A big tramway it is.\n"


def test_a_rewrite_excludes_what_it_overlaps(rivals: Review) -> None:
    rivals.press("e")
    rivals.page.keyboard.insert_text("long train")
    rivals.press("Enter")

    assert rivals.states() == {"one": "rewritten", "two": "rejected", "apart": "pending"}


def test_overlapping_edits_are_all_reached_by_key(rivals: Review) -> None:
    seen = [rivals.current]
    for _ in range(2):
        rivals.press("j")
        seen.append(rivals.current)
        assert rivals.page.locator("[aria-current='true'] .view").first.is_visible()

    assert seen == ["one", "two", "apart"]


def test_accept_all_safe_takes_the_safe_ones_only(review: Review) -> None:
    review.page.get_by_role("button", name="Accept all safe").click()

    states = review.states()
    assert {rule for rule, state in states.items() if state == "accepted"} == {
        "space-before-punctuation",
        "repeated-word",
        "term-spacing",
    }
    assert [rule for rule, state in states.items() if state == "pending"] == ["agreement", "verb"]
    review.press("u")
    assert set(review.states().values()) == {"pending"}


def test_decisions_outlive_a_reload(review: Review) -> None:
    review.press("a", "r", "e")
    review.page.keyboard.insert_text("lines are running")
    review.press("Enter")
    before, text = review.states(), review.download("Download corrected text")
    review.page.reload()

    assert review.states() == before
    assert review.current == "term-spacing"
    assert review.download("Download corrected text") == text


def test_a_kept_decision_about_another_proposal_is_not_taken_over(review: Review) -> None:
    review.press("a")
    other = Found("stop ,", ("stop.",), "space-before-punctuation")
    review.path.write_text(render([result(RAW, other)]), encoding="utf-8", newline="")
    review.page.reload()

    assert review.states() == {"space-before-punctuation": "pending"}


def test_help_opens_and_closes_by_key(review: Review) -> None:
    review.press("?")
    assert review.page.get_by_role("dialog").is_visible()
    review.press("a")
    review.press("?")

    assert not review.page.get_by_role("dialog").is_visible()
    assert set(review.states().values()) == {"pending"}


def test_everything_can_be_done_with_buttons(review: Review) -> None:
    def click(name: str) -> None:
        review.page.get_by_role("button", name=name, exact=True).click()

    click("Next")
    click("Accept")
    click("Previous")
    click("Reject")
    click("Rewrite")
    review.page.get_by_role("textbox").fill("third line")
    click("Keep")
    click("Undo")

    assert review.states()["repeated-word"] == "rejected"
    assert review.states()["agreement"] == "pending"


def test_progress_and_rules_count_what_is_left(review: Review) -> None:
    review.press("a", "r")

    assert "2 of 6 decided · 4 left" in review.page.locator("header").inner_text()


SOURCES: dict[str, dict[str, Any]] = {
    "plain": {},
    "bom": {"bom": True},
    "utf-16-le": {"encoding": "utf-16-le", "bom": True},
    "utf-16-be": {"encoding": "utf-16-be"},
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
    return result(raw + (newline if last else ""), *ISSUES, **rest)


@pytest.mark.parametrize("name", SOURCES)
def test_apply_makes_the_text_that_the_page_downloads(
    name: str, opened: Open, tmp_path: Path
) -> None:
    one = source(**SOURCES[name])
    review = opened(one)
    review.press("a", "a", "r", "a", "e")
    review.page.keyboard.insert_text("D crew 😀")
    review.press("Enter", "j", "a")

    text = review.download("Download corrected text")
    assert text != bytes_of(one)
    assert applied(review, one, tmp_path / "root") == text


def test_without_a_decision_the_corrected_text_is_the_file(opened: Open) -> None:
    one = source(**SOURCES["mixed"], bom=True)

    assert opened(one).download("Download corrected text") == bytes_of(one)


@pytest.mark.parametrize("name", SOURCES)
def test_the_diff_is_the_one_that_the_command_line_shows(name: str, opened: Open) -> None:
    one = source(**SOURCES[name], path='a “b” c".txt')
    review = opened(one)
    review.press("a", "r", "a", "a", "a", "a")

    fixes = [
        issue.fixes[0]
        for at, issue in enumerate(i for i in one.issues if i.fixes)
        if at in {0, 2, 3, 5}
    ]
    raw = one.documents[0].document.raw
    bom = "\ufeff" if one.package and one.package.bom else ""
    assert review.download("Download diff").decode() == unified_diff(
        one.uri, raw, merged(fixes), bom=bom
    )


PIECES = st.sampled_from(["a", "b ", "\n", "\r\n", "\r", "😀", "\u2028", "line\n", "x\n"])


@given(st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_edits_give_the_diff_of_the_command_line(review: Review, data: st.DataObject) -> None:
    raw = "".join(data.draw(st.lists(PIECES, max_size=30)))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(raw)), max_size=8)))
    spans = [RawSpan(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    splices, _ = choose(
        SourceFix(
            "", Safety.SAFE, (Splice(span, "".join(data.draw(st.lists(PIECES, max_size=3)))),)
        )
        for span in spans
    )
    bom = data.draw(st.sampled_from(["", "\ufeff"]))
    edits = [
        {"start": s.span.start, "end": s.span.end, "replacement": s.text} for s in merged(splices)
    ]

    made = review.page.evaluate(
        "([names, raw, edits, bom]) => unifiedDiff(names, new Source(raw), edits, bom)",
        [names("a.txt"), raw, edits, bom],
    )

    assert made == unified_diff("a.txt", raw, merged(splices), bom=bom)


GIT_TAKES = ["plain", "bom", "crlf", "lone-cr", "no-last-newline", "astral", "mixed"]


@pytest.mark.parametrize("name", GIT_TAKES)
def test_git_takes_the_diff_that_the_page_downloads(
    name: str, opened: Open, tmp_path: Path
) -> None:
    one = source(**SOURCES[name])
    review = opened(one)
    review.press("a", "r", "a", "a", "a", "a")
    (tmp_path / one.uri).write_bytes(bytes_of(one))
    (tmp_path / "a.diff").write_bytes(review.download("Download diff"))

    subprocess.run(["git", "apply", "a.diff"], cwd=tmp_path, check=True)

    assert (tmp_path / one.uri).read_bytes() == review.download("Download corrected text")


def test_several_files_are_reviewed_on_one_page(opened: Open, tmp_path: Path) -> None:
    one, two = result(RAW, SPACE), result("It is near the the sea.", TWICE, path="b.txt")
    review = opened(one, two)
    review.press("a", "a")
    for each in (one, two):
        (tmp_path / each.uri).write_bytes(bytes_of(each))
    (tmp_path / "a.diff").write_bytes(review.download("Download diff"))
    (tmp_path / "d.json").write_bytes(review.download("Download decisions"))

    assert all(
        each.error is None
        for each in carry_out(read_decisions(tmp_path / "d.json"), tmp_path).files
    )
    made = {name: (tmp_path / name).read_bytes() for name in ("a.txt", "b.txt")}
    subprocess.run(["git", "apply", "-R", "a.diff"], cwd=tmp_path, check=True)

    assert made == {
        "a.txt": RAW.replace("stop ,", "stop,").encode(),
        "b.txt": b"It is near the sea.",
    }
    assert (tmp_path / "a.txt").read_bytes() == bytes_of(one)


def test_a_fix_of_two_places_is_made_and_rewritten_as_one(opened: Open) -> None:
    raw = 'He said “the quick brown fox jumps over the lazy dog" and left.'
    quotes = SourceFix(
        "Use straight quotes", Safety.SAFE, (splice(raw, "“", '"'), splice(raw, 'dog"', "dog!"))
    )
    review = opened(result(raw, placed(raw, Found("“"), [quotes]), Found("brown", ("red",))))
    review.press("a", "a")

    text = review.download("Download corrected text").decode()
    assert text == 'He said "the quick red fox jumps over the lazy dog! and left.'


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


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_article_name_or_glossary_stays_text(text: str, opened: Open) -> None:
    raw = f"One {text} two {text} three."
    found = Found(text, (f"{text}!", "two"), text, message=text, concept=ConceptRef(text, text))
    one = result(raw, found, Found(text, nth=1), path=text, notices=(Notice(text, text),))
    review = opened(one, title=text)
    review.press("n", "r", "k", "e")
    review.page.keyboard.insert_text(text)
    review.press("Enter", "a", "?", "?")
    review.page.reload()

    assert review.faults == []
    assert review.download("Download corrected text").decode() == raw.replace(text, f"{text}!", 1)
    assert review.page.locator("main img, main script").count() == 0


def test_no_request_leaves_the_page(review: Review) -> None:
    review.press("a", "r", "e", "Enter", "u", "?", "?", "n")
    review.download("Download decisions")
    review.download("Download diff")

    assert [url for url in review.requests if not url.startswith("blob:")] == [
        review.path.as_uri()
    ]


def test_the_policy_stops_what_would_reach_out(review: Review) -> None:
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
