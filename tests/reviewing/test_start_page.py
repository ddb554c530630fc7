"""Start page: leads a browser to the review without its address on a command line."""

import stat
import time
import webbrowser
from pathlib import Path

import pytest

from editkit.reviewing.server import start_page as module
from editkit.reviewing.server.start_page import open_browser, start_page
from tests.capabilities import needs

URL = "http://127.0.0.1:1234/?token=secret&x=1"


@needs("modes")
def test_only_the_user_can_read_the_page_and_it_is_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    with start_page(URL) as page:
        assert page.parent == tmp_path
        assert stat.S_IMODE(page.stat().st_mode) == 0o600
        assert "0; url=http://127.0.0.1:1234/?token=secret&amp;x=1" in page.read_text("utf-8")

    assert list(tmp_path.iterdir()) == []


def test_the_page_is_removed_while_the_server_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "KEEP_SECONDS", 0.05)
    with start_page(URL) as page:
        deadline = time.monotonic() + 5
        while page.exists():
            assert time.monotonic() < deadline
            time.sleep(0.01)


def test_the_browser_is_not_given_the_token(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    with start_page(URL) as page:
        open_browser(page)
        deadline = time.monotonic() + 5
        while not opened:
            assert time.monotonic() < deadline
            time.sleep(0.01)

    assert opened == [page.as_uri()]
    assert "secret" not in opened[0]
