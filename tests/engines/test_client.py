import pytest

from editkit.core.engine import EngineError
from editkit.engines import client
from editkit.engines.client import Client
from tests.engines.conftest import Stranger


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
        Client(hung.url).version()
