"""HTTP client: timeouts, invalid responses, replaced servers."""

import json
from contextlib import closing
from typing import Any

import pytest

from editkit.core.engine import EngineError
from editkit.engines.languagetool import client
from editkit.engines.languagetool.client import Build, Client, ServerReplacedError
from tests.engines.conftest import FakeServer, http_response
from tests.engines.languagetool.recorded_responses import match
from tests.rows import each_row

SOFTWARE = {"name": "LanguageTool", "version": "6.8", "buildDate": "today"}
CHANGES: tuple[dict[str, object], ...] = (
    {"offset": -1},
    {"offset": 9},
    {"length": 99},
    {"length": -1},
    {"offset": "0"},
    {"message": None},
    {"rule": {"id": "X"}},
    {"replacements": [{}]},
    {"replacements": [{"value": 1}]},
    {"replacements": None},
)


def check(url: str, text: str = "A text.") -> list[dict[str, Any]]:
    with closing(Client(url)) as connected:
        return connected.check(text, language="en-US")


def test_after_two_timeouts_no_request_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "CHECK_TIMEOUT", 0.05)
    with FakeServer(None) as unresponsive:
        connected = Client(unresponsive.url)
        messages = []
        for _ in range(4):
            with pytest.raises(EngineError) as caught:
                connected.check("A text.", language="en-US")
            messages.append(str(caught.value).partition("” ")[2])
        connected.close()

    assert messages[:2] == ["did not answer in 0 seconds."] * 2
    assert messages[2:] == ["repeatedly did not answer and is no longer used."] * 2
    assert unresponsive.connections == 2


def test_info_has_a_shorter_timeout_than_check(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(client, "INFO_TIMEOUT", 0.05)
    with (
        FakeServer(None) as unresponsive,
        pytest.raises(EngineError, match="did not answer in 0 seconds"),
    ):
        Client(unresponsive.url).build()


@each_row(
    "body",
    [
        "<html><body>Sign in to use this network</body></html>",
        '{"matches": [{"message": "cut o',
        "",
        "null",
        "[]",
        "{}",
        "[" * 5_000,
        '{"matches": ' + "[" * 5_000 + "]" * 5_000 + "}",
        '{"matches": {}}',
        '{"matches": ["a"]}',
        json.dumps({"matches": [{}]}),
        *(json.dumps({"matches": [{**match(0, 3), **change}]}) for change in CHANGES),
    ],
)
def test_an_invalid_response_is_an_error(body: str) -> None:
    with (
        FakeServer(http_response(200, body)) as server,
        pytest.raises(EngineError, match="does not answer as LanguageTool does"),
    ):
        check(server.url)


@pytest.mark.parametrize(
    ("status", "body", "reason"),
    [
        (302, "", "it redirects to another address, which is not followed"),
        (301, "<html>", "it redirects to another address, which is not followed"),
        (500, "", "Internal Server Error"),
        (502, "<html>\n<body>Proxy</body>", "Bad Gateway"),
        (413, "Your text is too long.", "Your text is too long"),
        (599, "", "it gives no reason"),
    ],
)
def test_an_error_status_has_a_reason(status: int, body: str, reason: str) -> None:
    with (
        FakeServer(http_response(status, body)) as server,
        pytest.raises(EngineError, match=f"” answered {status}: {reason}\\.$"),
    ):
        check(server.url)


@pytest.mark.parametrize("found", [match(0, 7), match(7, 0), {**match(0, 1), "new": {}}])
def test_a_valid_response_is_returned(found: dict[str, Any]) -> None:
    with FakeServer(http_response(200, json.dumps({"matches": [found]}))) as server:
        assert check(server.url) == [found]


def test_positions_are_limited_to_utf_16_units() -> None:
    with FakeServer(http_response(200, json.dumps({"matches": [match(2, 2)]}))) as server:
        assert check(server.url, "😀 a") == [match(2, 2)]
        with pytest.raises(EngineError):
            check(server.url, "a a")


@pytest.mark.parametrize("change", [{"version": "6.9"}, {"buildDate": "tomorrow"}])
def test_a_replaced_server_gets_no_more_requests(change: dict[str, str]) -> None:
    with FakeServer(http_response(200, json.dumps({"software": SOFTWARE}))) as server:
        with closing(Client(server.url)) as first:
            connected = Client(server.url, first.build())
        other = {"software": {**SOFTWARE, **change}}
    port = int(server.url.rpartition(":")[2])
    with FakeServer(http_response(200, json.dumps(other)), port) as server:
        for _ in range(3):
            with pytest.raises(
                ServerReplacedError, match=r"was LanguageTool 6\.8 \(today\) and is 6"
            ):
                connected.check("A text.", language="en-US")
        connected.close()

    assert server.connections == 1
    assert connected.exhausted


def test_an_unchanged_server_gets_more_requests() -> None:
    with FakeServer(
        http_response(200, json.dumps({"software": SOFTWARE, "matches": []}))
    ) as server:
        connected = Client(server.url, Build("6.8", "today"))

        assert [connected.check("A text.", language="en-US") for _ in range(3)] == [[]] * 3
        connected.close()
    assert not connected.exhausted
