"""A review page in a browser, and the article that most tests review."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Locator, Page

from editkit.core.fix import Safety
from editkit.core.result import FileResult
from editkit.reviewing.apply import apply_decisions
from editkit.reviewing.decisions import read_decisions
from tests.file_results import IssueSpec, bytes_of
from tests.json_schemas import schema_faults

RAW = (
    "The tram stop , they say, is near the the port.\n"
    "A second line run there, as the R & D team of Harbour Tramways says.\n"
    "It will stationed in 2027.\n"
)
SPACE = IssueSpec("stop ,", ("stop,",), "space-before-punctuation", safety=Safety.SAFE)
TWICE = IssueSpec("the the", ("the",), "repeated-word", safety=Safety.SAFE)
AGREES = IssueSpec("line run", ("line runs", "lines run"), "agreement")
TERM = IssueSpec("R & D", ("R&D",), "term-spacing", safety=Safety.SAFE)
TEAM = IssueSpec("D team", ("D teams",), "number")
VERB = IssueSpec("will stationed", ("will be stationed",), "verb")
NOTE = IssueSpec("they say", rule="hearsay")
ISSUES = (SPACE, NOTE, TWICE, AGREES, TERM, TEAM, VERB)


@dataclass
class Review:
    """An open page, its file, and its network requests and errors."""

    page: Page
    path: Path
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

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

    def button(self, name: str, *, exact: bool = True) -> Locator:
        return self.page.get_by_role("button", name=name, exact=exact)

    def download(self, name: str) -> bytes:
        with self.page.expect_download() as started:
            self.page.get_by_role("button", name=name, exact=True).click()
        return Path(started.value.path()).read_bytes()


OpenPage = Callable[..., Review]


def apply_downloaded_decisions(review: Review, one: FileResult, root: Path) -> bytes:
    """Return the file after applying the decisions that the page downloads."""
    root.mkdir()
    (root / one.uri).write_bytes(bytes_of(one))
    decisions = root.parent / "decisions.json"
    decisions.write_bytes(review.download("Download decisions"))
    assert schema_faults("decisions-2", json.loads(decisions.read_bytes())) == []
    assert [each.error for each in apply_decisions(read_decisions(decisions), root).files] == [
        None
    ]
    return (root / one.uri).read_bytes()
