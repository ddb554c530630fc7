import json
from contextlib import closing
from typing import Any

import pytest

from editkit.core.engine import EngineError
from editkit.engines.languagetool import client
from editkit.engines.languagetool.client import Build, Client, ReplacedError
from tests.engines.conftest import Stranger, http
from tests.engines.languagetool.test_engine import match

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
    with closing(Client(url)) as asking:
        return asking.check(text, language="en-US")


def test_a_server_that_hangs_is_asked_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "_ANSWER_WITHIN", 0.05)
    with Stranger(None) as hung:
        asking = Client(hung.url)
        said = []
        for _ in range(4):
            with pytest.raises(EngineError) as caught:
                asking.check("A text.", language="en-US")
            said.append(str(caught.value).partition("” ")[2])
        asking.close()

    assert said[:2] == ["did not answer in 0 seconds."] * 2
    assert said[2:] == ["has not answered again and again, and is asked no more."] * 2
    assert hung.asked == 2


def test_a_greeting_is_not_waited_for_as_long_as_an_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(client, "_GREETING_WITHIN", 0.05)
    with Stranger(None) as hung, pytest.raises(EngineError, match="did not answer in 0 seconds"):
        Client(hung.url).build()


@pytest.mark.parametrize(
    "body",
    [
        "<html><body>Sign in to use this network</body></html>",
        '{"matches": [{"message": "cut o',
        "",
        "null",
        "[]",
        "{}",
        '{"matches": {}}',
        '{"matches": ["a"]}',
        json.dumps({"matches": [{}]}),
        *(json.dumps({"matches": [{**match(0, 3), **change}]}) for change in CHANGES),
    ],
)
def test_what_is_no_answer_about_the_text_is_a_fault(body: str) -> None:
    with (
        Stranger(http(200, body)) as strange,
        pytest.raises(EngineError, match="does not answer as LanguageTool does"),
    ):
        check(strange.url)


@pytest.mark.parametrize("found", [match(0, 7), match(7, 0), {**match(0, 1), "new": {}}])
def test_what_is_about_the_text_is_an_answer(found: dict[str, Any]) -> None:
    with Stranger(http(200, json.dumps({"matches": [found]}))) as server:
        assert check(server.url) == [found]


def test_positions_end_where_the_units_do() -> None:
    with Stranger(http(200, json.dumps({"matches": [match(2, 2)]}))) as server:
        assert check(server.url, "😀 a") == [match(2, 2)]
        with pytest.raises(EngineError):
            check(server.url, "a a")


@pytest.mark.parametrize("change", [{"version": "6.9"}, {"buildDate": "tomorrow"}])
def test_a_server_that_is_another_now_is_asked_no_more(change: dict[str, str]) -> None:
    with Stranger(http(200, json.dumps({"software": SOFTWARE}))) as server:
        with closing(Client(server.url)) as first:
            asking = Client(server.url, first.build())
        other = {"software": {**SOFTWARE, **change}}
    port = int(server.url.rpartition(":")[2])
    with Stranger(http(200, json.dumps(other)), port) as server:
        for _ in range(3):
            with pytest.raises(ReplacedError, match=r"was LanguageTool 6\.8 \(today\) and is 6"):
                asking.check("A text.", language="en-US")
        asking.close()

    assert server.asked == 1
    assert asking.spent


def test_a_server_that_is_the_same_still_is_asked_on() -> None:
    with Stranger(http(200, json.dumps({"software": SOFTWARE, "matches": []}))) as server:
        asking = Client(server.url, Build("6.8", "today"))

        assert [asking.check("A text.", language="en-US") for _ in range(3)] == [[]] * 3
        asking.close()
    assert not asking.spent
