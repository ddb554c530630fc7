"""A served review, and the tabs that are open on it."""

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import Popen

from playwright.sync_api import Locator, Page, Route, expect

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
