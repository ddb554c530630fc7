"""A served review and its open tabs."""

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import Popen

from playwright.sync_api import Locator, Page, Route, expect

StateByText = dict[str, str]


@dataclass
class Tab:
    """A tab with the served page; `errors` are those that the browser reported."""

    page: Page
    errors: list[str] = field(default_factory=list)

    def edit(self, before: str) -> Locator:
        """Return the edit that contains the text `before`."""
        return self.page.locator("[data-edit]").filter(has_text=before)

    def decide(self, before: str, key: str) -> None:
        self.edit(before).first.click()
        self.page.keyboard.press(key)

    def states(self) -> list[str | None]:
        nodes = self.page.locator("[data-edit]").all()
        return [node.get_attribute("data-state") for node in nodes]

    def expect_states(self, *states: str) -> None:
        """Wait until the edits have these states."""
        edits = self.page.locator("[data-edit]")
        expect(edits).to_have_count(len(states))
        for number, state in enumerate(states):
            expect(edits.nth(number)).to_have_attribute("data-state", state)

    def focus(self) -> None:
        """Focus the tab."""
        self.page.evaluate("dispatchEvent(new Event('focus'))")

    def click_button(self, name: str) -> None:
        button = self.page.get_by_role("button", name=name)
        if not button.is_visible():
            self.page.get_by_role("button", name="Filters").click()
        button.click()


@dataclass
class ServedReview:
    """A served review: its folder, its server process, and a function that opens tabs."""

    folder: Path
    process: Popen[str]
    open: Callable[[], Tab]

    def on_disk(self) -> StateByText:
        """Return the states of the saved decisions by the text that they replace."""
        path = self.folder / "editkit-decisions.json"
        if not path.exists():
            return {}
        files = json.loads(path.read_text())["files"]
        entries = [entry for file in files for entry in file["decisions"]]
        return {"".join(e["before"] for e in each["edits"]): each["state"] for each in entries}

    def wait(self, tab: Tab, wanted: StateByText) -> None:
        """Wait until these decisions are saved."""
        for _ in range(200):
            if {before.strip(): state for before, state in self.on_disk().items()} == wanted:
                return
            tab.page.wait_for_timeout(25)
        assert self.on_disk() == wanted


def block_request(route: Route, tab: Tab) -> None:
    tab.errors.append(route.request.url)
    route.abort()


ServeReview = Callable[..., AbstractContextManager[ServedReview]]
