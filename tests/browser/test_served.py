"""Served page: saving, several tabs, apply, changed files."""

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Request, Route, expect

from tests.browser.tabs import ServedReview, ServeReview, Tab
from tests.capabilities import needs
from tests.serving import run_server

pytestmark = [pytest.mark.browser, needs("signals")]

RAW = "The tram runs up the the hill.\nIt stopped at at noon, and and left.\n"


@pytest.fixture
def review(serve: ServeReview, tmp_path: Path) -> Iterator[ServedReview]:
    (tmp_path / "a.txt").write_text(RAW)
    with serve() as review:
        yield review


def test_a_decision_is_saved_at_once_and_shown_in_every_tab(review: ServedReview) -> None:
    first = review.open()
    first.decide("the the", "a")
    review.wait(first, {"the": "accepted"})

    second = review.open()
    second.expect_states("accepted", "pending", "pending")
    first.page.reload()
    first.expect_states("accepted", "pending", "pending")
    assert (review.folder / "a.txt").read_text() == RAW


def test_simultaneous_decisions_of_two_tabs_are_merged(review: ServedReview) -> None:
    first, second = review.open(), review.open()

    first.decide("the the", "a")
    review.wait(first, {"the": "accepted"})
    second.decide("at at", "r")
    review.wait(first, {"the": "accepted", "at": "rejected"})

    second.expect_states("accepted", "rejected", "pending")
    first.focus()
    first.expect_states("accepted", "rejected", "pending")


def test_an_undone_decision_is_undone_in_every_tab(review: ServedReview) -> None:
    first, second = review.open(), review.open()
    first.decide("the the", "a")
    review.wait(first, {"the": "accepted"})
    second.focus()
    second.expect_states("accepted", "pending", "pending")

    first.page.keyboard.press("u")
    review.wait(first, {})
    second.focus()

    second.expect_states("pending", "pending", "pending")


def test_apply_changes_the_file_and_shows_the_remaining_issues(review: ServedReview) -> None:
    tab = review.open()
    tab.decide("the the", "a")
    tab.decide("at at", "r")

    tab.click_button("Apply to the files")

    tab.expect_states("rejected", "pending")
    assert (review.folder / "a.txt").read_text() == RAW.replace("the the", "the")
    assert {before.strip() for before in review.on_disk()} == {"at"}


def test_a_suppressed_issue_is_not_shown_again(review: ServedReview) -> None:
    tab = review.open()
    tab.decide("the the", "a")
    tab.decide("at at", "d")
    review.wait(tab, {"the": "accepted", "at": "rejected"})

    tab.click_button("Apply to the files")

    tab.expect_states("pending")
    [entry] = json.loads((review.folder / "known.json").read_text())["suppressed"]
    assert (entry["path"], entry["text"]) == ("a.txt", "at at")
    assert review.on_disk() == {}


def test_a_tab_from_before_an_apply_reverts_nothing(review: ServedReview) -> None:
    first, late = review.open(), review.open()
    first.decide("the the", "a")
    first.click_button("Apply to the files")
    first.expect_states("pending", "pending")

    late.decide("and and", "r")

    late.expect_states("pending", "rejected")
    review.wait(late, {"and": "rejected"})
    assert (review.folder / "a.txt").read_text() == RAW.replace("the the", "the")


def test_a_changed_file_is_refused_and_checked_again_on_demand(review: ServedReview) -> None:
    tab = review.open()
    tab.decide("the the", "a")
    review.wait(tab, {"the": "accepted"})
    other = "A new line.\n" + RAW
    (review.folder / "a.txt").write_text(other)

    tab.click_button("Apply to the files")
    expect(tab.page.locator("#status")).to_contain_text("This file has changed")
    assert (review.folder / "a.txt").read_text() == other
    tab.click_button("Check again")
    expect(tab.page.locator("main")).to_contain_text("A new line.")
    tab.expect_states("accepted", "pending", "pending")
    tab.click_button("Apply to the files")

    tab.expect_states("pending", "pending")
    assert (review.folder / "a.txt").read_text() == other.replace("the the", "the")


def test_a_stopped_server_is_reported(review: ServedReview) -> None:
    tab = review.open()
    review.process.terminate()
    review.process.wait()

    tab.decide("the the", "a")

    expect(tab.page.get_by_role("alert")).to_contain_text("1 decision not saved")
    expect(tab.page.locator("#saved")).to_have_text("1 not saved")
    tab.expect_states("accepted", "pending", "pending")


def test_a_hostile_article_name_and_glossary_stay_text(serve: ServeReview, tmp_path: Path) -> None:
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
        tab.click_button("Apply to the files")
        expect(edits).to_have_count(0)

        assert tab.page.locator("img").count() == 0
    assert (tmp_path / "a.txt").read_text() == f"{evil} at {evil}\n"
    assert (tmp_path / name).read_text() == f"A {evil} bus{evil} left at noon.\n"


def test_a_rewrite_in_progress_survives_another_tab_s_decision(review: ServedReview) -> None:
    first, second = review.open(), review.open()
    first.edit("at at").first.click()
    first.page.keyboard.press("e")
    first.page.get_by_role("textbox").fill("at about")

    second.decide("the the", "a")
    review.wait(second, {"the": "accepted"})
    first.focus()
    first.page.keyboard.press("Enter")

    first.expect_states("accepted", "rewritten", "pending")
    second.focus()
    second.expect_states("accepted", "rewritten", "pending")


def test_a_running_poll_does_not_reload_a_page_with_an_open_field(review: ServedReview) -> None:
    tab, second = review.open(), review.open()
    polls: list[Route] = []
    tab.page.route("**/api/decisions", lambda poll: polls.append(poll))  # noqa: PLW0108  (takes one argument)
    tab.focus()
    tab.edit("at at").first.click()
    tab.page.keyboard.press("e")
    tab.page.keyboard.insert_text("at about")
    (review.folder / "a.txt").write_text("A new line.\n" + RAW)
    second.click_button("Check again")
    expect(second.page.locator("main")).to_contain_text("A new line.")

    tab.page.unroute("**/api/decisions")
    with tab.page.expect_response("**/api/decisions"):
        for poll in polls:
            poll.continue_()
    field = tab.page.get_by_role("textbox", name="Rewrite as")
    assert field.input_value() == "at about"
    tab.page.keyboard.press("Enter")

    expect(tab.page.locator("main")).to_contain_text("A new line.")
    tab.expect_states("pending", "rewritten", "pending")
    assert review.on_disk() == {"at at": "rewritten"}


def test_what_is_decided_while_the_server_restarts_is_saved(review: ServedReview) -> None:
    tab = review.open()
    review.process.terminate()
    review.process.wait()
    tab.decide("the the", "a")
    alert = tab.page.get_by_role("alert")
    expect(alert).to_contain_text("1 decision not saved: the server does not answer")
    assert alert.get_by_role("button", name="Download decisions").is_visible()
    port = str(urlsplit(tab.page.url).port)

    with run_server(review.folder, "--port", port):
        tab.focus()
        review.wait(tab, {"the": "accepted"})
        expect(tab.page.locator("#banner-unsaved")).to_have_count(0)
        expect(tab.page.locator("#saved")).to_have_text("All saved")


def test_an_apply_says_what_it_did_and_can_be_undone(review: ServedReview) -> None:
    tab = review.open()
    tab.decide("the the", "a")
    tab.decide("at at", "r")
    assert tab.page.locator("#out h2 + button").inner_text() == "Apply to the files"
    tab.click_button("Apply to the files")
    banner = tab.page.locator("#banner-applied")
    expect(banner).to_contain_text("1 edit written to 1 file.")

    banner.get_by_role("button", name="Undo apply").click()

    tab.expect_states("accepted", "rejected", "pending")
    assert (review.folder / "a.txt").read_bytes() == RAW.encode()
    expect(banner).to_have_count(0)


def test_a_file_that_another_program_changes_is_noticed(review: ServedReview) -> None:
    tab = review.open()
    tab.decide("at at", "a")
    review.wait(tab, {"at": "accepted"})
    (review.folder / "a.txt").write_text("A new line.\n" + RAW)

    banner = tab.page.locator("#banner-changed")
    expect(banner).to_contain_text("a.txt", timeout=15_000)
    banner.get_by_role("button", name="Check again").click()

    expect(tab.page.locator("main")).to_contain_text("A new line.")
    tab.expect_states("pending", "accepted", "pending")
    expect(banner).to_have_count(0)


def test_the_server_checks_decided_paragraphs_with_all_checks(review: ServedReview) -> None:
    tab = review.open()
    asked: list[Request] = []
    tab.page.on("request", lambda one: asked.append(one) if "/check" in one.url else None)
    rewrite(tab, "at at", "on the 3th of")
    button = tab.page.locator("#faults")
    expect(button).to_have_text("⚠ 1 decision with a new issue")
    expect(tab.page.locator("[data-fault]")).to_have_count(1)
    button.click()
    expect(tab.page.locator("#issue-fault")).to_contain_text("New issue: ")
    expect(tab.page.locator("#issue-fault")).to_contain_text("3rd")
    [sent] = asked
    assert [len(each["edits"]) for each in json.loads(sent.post_data or "")["paragraphs"]] == [1]

    tab.page.reload()
    expect(button).to_be_visible()
    tab.edit("3th").click()
    tab.page.keyboard.press("r")
    expect(button).to_be_hidden()

    failed = {"faults": [[]], "notices": ["languagetool: It timed out."]}
    tab.page.route("**/api/check", lambda route: route.fulfill(json=failed))
    tab.page.keyboard.press("a")
    expect(tab.page.locator("#status")).to_contain_text("languagetool: It timed out.")


def rewrite(tab: Tab, before: str, text: str) -> None:
    tab.edit(before).first.click()
    tab.page.keyboard.press("e")
    tab.page.keyboard.press("ControlOrMeta+a")
    tab.page.keyboard.insert_text(text)
    tab.page.keyboard.press("Enter")
