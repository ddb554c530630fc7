"""The page as a server's: kept there at once, in two tabs, through 'apply' and a changed file."""

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import Popen

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.serving import served

pytestmark = pytest.mark.browser

RAW = "The tram runs up the the hill.\nIt stopped at at noon, and and left.\n"
Known = dict[str, str]


@dataclass
class Tab:
    """A tab with the served page; `faults` are what the browser complained about."""

    page: Page
    faults: list[str] = field(default_factory=list)

    def edit(self, before: str) -> Locator:
        """Return the edit whose text is `before`."""
        return self.page.locator("[data-edit]").filter(has_text=before)

    def decide(self, before: str, key: str) -> None:
        self.edit(before).first.click()
        self.page.keyboard.press(key)

    def states(self) -> list[str | None]:
        nodes = self.page.locator("[data-edit]").all()
        return [node.get_attribute("data-state") for node in nodes]

    def shows(self, *states: str) -> None:
        """Wait until the edits are in these states."""
        edits = self.page.locator("[data-edit]")
        expect(edits).to_have_count(len(states))
        for number, state in enumerate(states):
            expect(edits.nth(number)).to_have_attribute("data-state", state)

    def look(self) -> None:
        """Come to the tab, as a person does."""
        self.page.evaluate("dispatchEvent(new Event('focus'))")

    def push(self, name: str) -> None:
        button = self.page.get_by_role("button", name=name)
        if not button.is_visible():
            self.page.get_by_role("button", name="Lists").click()
        button.click()


@dataclass
class Served:
    """A review that is served, and the tabs that are open on it."""

    folder: Path
    process: Popen[str]
    open: Callable[[], Tab]

    def on_disk(self) -> Known:
        """Return the states of the decisions on the disk by what stood there."""
        path = self.folder / "editkit-decisions.json"
        if not path.exists():
            return {}
        files = json.loads(path.read_text())["files"]
        entries = [entry for file in files for entry in file["decisions"]]
        return {"".join(e["before"] for e in each["edits"]): each["state"] for each in entries}

    def wait(self, tab: Tab, wanted: Known) -> None:
        """Wait until these decisions are on the disk."""
        for _ in range(200):
            if {before.strip(): state for before, state in self.on_disk().items()} == wanted:
                return
            tab.page.wait_for_timeout(25)
        assert self.on_disk() == wanted


def refuse(route: Route, tab: Tab) -> None:
    tab.faults.append(route.request.url)
    route.abort()


Serve = Callable[..., AbstractContextManager[Served]]


@pytest.fixture
def serve(browser: Browser, tmp_path: Path) -> Serve:
    """Serve the articles of a folder: `a.txt`, and what else is named."""

    @contextmanager
    def serving(*more: str) -> Iterator[Served]:
        contexts, tabs = [], []
        with served(tmp_path, "--baseline", "known.json", "--words", "w.txt", *more) as (
            process,
            url,
        ):
            origin = url.partition("/?")[0]

            def opened() -> Tab:
                context = browser.new_context()  # nothing is shared between tabs but the server
                context.set_default_timeout(10_000)
                contexts.append(context)
                tab = Tab(context.new_page())
                tabs.append(tab)
                tab.page.on("pageerror", lambda error: tab.faults.append(str(error)))
                tab.page.on("dialog", lambda dialog: tab.faults.append(dialog.message))
                tab.page.route(
                    lambda url: not url.startswith(origin), lambda route: refuse(route, tab)
                )
                tab.page.goto(url)
                return tab

            yield Served(tmp_path, process, opened)
            assert [fault for tab in tabs for fault in tab.faults] == []
            for context in contexts:
                context.close()

    return serving


@pytest.fixture
def review(serve: Serve, tmp_path: Path) -> Iterator[Served]:
    (tmp_path / "a.txt").write_text(RAW)
    with serve() as review:
        yield review


def test_a_decision_is_on_the_disk_at_once_and_in_every_tab(review: Served) -> None:
    first = review.open()
    first.decide("the the", "a")
    review.wait(first, {"the": "accepted"})

    second = review.open()
    second.shows("accepted", "pending", "pending")
    first.page.reload()
    first.shows("accepted", "pending", "pending")
    assert (review.folder / "a.txt").read_text() == RAW


def test_what_two_tabs_decide_at_a_time_is_kept_from_both(review: Served) -> None:
    first, second = review.open(), review.open()

    first.decide("the the", "a")
    review.wait(first, {"the": "accepted"})
    second.decide("at at", "r")
    review.wait(first, {"the": "accepted", "at": "rejected"})

    second.shows("accepted", "rejected", "pending")
    first.look()
    first.shows("accepted", "rejected", "pending")


def test_an_undone_decision_is_undone_everywhere(review: Served) -> None:
    first, second = review.open(), review.open()
    first.decide("the the", "a")
    review.wait(first, {"the": "accepted"})
    second.look()
    second.shows("accepted", "pending", "pending")

    first.page.keyboard.press("u")
    review.wait(first, {})
    second.look()

    second.shows("pending", "pending", "pending")


def test_apply_changes_the_file_and_shows_what_is_left(review: Served) -> None:
    tab = review.open()
    tab.decide("the the", "a")
    tab.decide("at at", "r")

    tab.push("Apply to the files")

    tab.shows("rejected", "pending")
    assert (review.folder / "a.txt").read_text() == RAW.replace("the the", "the")
    assert {before.strip() for before in review.on_disk()} == {"at"}


def test_what_is_not_to_be_asked_again_is_not(review: Served) -> None:
    tab = review.open()
    tab.decide("the the", "a")
    tab.decide("at at", "d")
    review.wait(tab, {"the": "accepted", "at": "rejected"})

    tab.push("Apply to the files")

    tab.shows("pending")
    [entry] = json.loads((review.folder / "known.json").read_text())["suppressed"]
    assert (entry["path"], entry["text"]) == ("a.txt", "at at")
    assert review.on_disk() == {}


def test_a_tab_of_before_an_apply_takes_nothing_back(review: Served) -> None:
    first, late = review.open(), review.open()
    first.decide("the the", "a")
    first.push("Apply to the files")
    first.shows("pending", "pending")

    late.decide("and and", "r")

    late.shows("pending", "rejected")
    review.wait(late, {"and": "rejected"})
    assert (review.folder / "a.txt").read_text() == RAW.replace("the the", "the")


def test_a_changed_file_is_refused_and_checked_again_on_demand(review: Served) -> None:
    tab = review.open()
    tab.decide("the the", "a")
    review.wait(tab, {"the": "accepted"})
    other = "A new line.\n" + RAW
    (review.folder / "a.txt").write_text(other)

    tab.push("Apply to the files")
    expect(tab.page.locator("#status")).to_contain_text("This file has changed")
    assert (review.folder / "a.txt").read_text() == other
    tab.push("Check again")
    expect(tab.page.locator("main")).to_contain_text("A new line.")
    tab.shows("accepted", "pending", "pending")
    tab.push("Apply to the files")

    tab.shows("pending", "pending")
    assert (review.folder / "a.txt").read_text() == other.replace("the the", "the")


def test_a_server_that_has_gone_is_told(review: Served) -> None:
    tab = review.open()
    review.process.terminate()
    review.process.wait()

    tab.decide("the the", "a")

    expect(tab.page.locator("#status")).to_contain_text("Not saved yet")
    tab.shows("accepted", "pending", "pending")


def test_a_hostile_article_name_and_glossary_stay_text(serve: Serve, tmp_path: Path) -> None:
    evil = "</script><script>alert(1)</script><img src=x onerror=alert(2)>"
    name = "<img src=x onerror=alert(3)>\u202e.txt"
    (tmp_path / "a.txt").write_text(f"{evil} at at {evil}\n")
    (tmp_path / name).write_text(f"A {evil} tram left at at noon.\n")
    (tmp_path / "g.csv").write_text(f"term,forbidden\nbus{evil},tram\n")

    with serve(name, "-g", "g.csv") as review:
        tab = review.open()
        edits = tab.page.locator("[data-edit]")
        for _ in range(edits.count()):
            tab.page.keyboard.press("a")
        expect(tab.page.locator("[data-edit][data-state='accepted']")).to_have_count(edits.count())
        tab.push("Apply to the files")
        expect(edits).to_have_count(0)

        assert tab.page.locator("img").count() == 0
    assert (tmp_path / "a.txt").read_text() == f"{evil} at {evil}\n"
    assert (tmp_path / name).read_text() == f"A {evil} bus{evil} left at noon.\n"
