"""The page as a server's: kept there at once, in two tabs, through 'apply' and a changed file."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.tabs import Serve, Served

pytestmark = pytest.mark.browser

RAW = "The tram runs up the the hill.\nIt stopped at at noon, and and left.\n"


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


def test_what_is_being_written_outlives_another_tab_s_decision(review: Served) -> None:
    first, second = review.open(), review.open()
    first.edit("at at").first.click()
    first.page.keyboard.press("e")
    first.page.get_by_role("textbox").fill("at about")

    second.decide("the the", "a")
    review.wait(second, {"the": "accepted"})
    first.look()
    first.page.keyboard.press("Enter")

    first.shows("accepted", "rewritten", "pending")
    second.look()
    second.shows("accepted", "rewritten", "pending")
