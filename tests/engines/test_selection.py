"""Opening of engines, with fallbacks and notices."""

from pathlib import Path

import pytest

from editkit.core.document import Document
from editkit.core.engine_provider import EngineAccess
from editkit.core.result import EngineState
from editkit.core.setup import Setup
from editkit.engines.languagetool.provision import EngineSettings, RemoteServer, find_languagetool
from editkit.engines.selection import open_engines
from tests.engines.conftest import FakeServer, Repository, http_response, java_processes

OFFLINE = EngineAccess(offline=True)


def server(url: str, *, offline: bool = False) -> EngineAccess:
    return EngineAccess(offline, {"languagetool": url})


@pytest.mark.usefixtures("cache")
def test_auto_falls_back_to_harper_with_a_notice() -> None:
    opened = open_engines("auto", Setup(), OFFLINE)

    assert [engine.name for engine in opened.engines] == ["harper"]
    assert [(r.name, r.state) for r in opened.reports] == [
        ("languagetool", EngineState.MISSING),
        ("harper", EngineState.RAN),
    ]
    assert opened.notices[0].message == (
        "Harper checks the grammar instead, because LanguageTool is not available: LanguageTool "
        "is not in the cache; run “editkit engines install” once with a network."
    )


@pytest.mark.usefixtures("cache")
def test_an_explicit_engine_has_no_fallback() -> None:
    opened = open_engines("languagetool", Setup(), OFFLINE)

    assert opened.engines == ()
    assert opened.notices[0].message.startswith("Grammar is not checked, because LanguageTool")


@pytest.mark.live
@pytest.mark.usefixtures("fake_java")
@pytest.mark.parametrize(
    ("choice", "names"),
    [
        ("auto", ["languagetool"]),
        ("both", ["languagetool", "harper"]),
        ("harper", ["harper"]),
        ("none", []),
    ],
)
def test_a_choice_opens_its_engines(choice: str, names: list[str]) -> None:
    opened = open_engines(choice, Setup(), OFFLINE)
    for engine in opened.engines:
        engine.close()

    assert [engine.name for engine in opened.engines] == names
    assert [(r.name, r.state) for r in opened.reports] == [
        (name, EngineState.RAN) for name in names
    ]
    assert opened.notices == ()


@pytest.mark.live
@pytest.mark.usefixtures("fake_java")
def test_an_external_server_is_used_and_not_started(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = open_engines("languagetool", Setup(), OFFLINE).engines[0]
    port = next(iter(java_processes(cache))).cmdline()[-1]
    monkeypatch.setenv("EDITKIT_LANGUAGETOOL_URL", f"http://127.0.0.1:{port}/v2/")
    monkeypatch.setenv("EDITKIT_JAVA", "/nowhere")

    engine = open_engines("languagetool", Setup(), OFFLINE).engines[0]
    (issues,) = engine.run([Document.plain("a wronf word", lang="en-US")])
    engine.close()
    first.close()

    assert engine.version == "6.8-fake"
    assert isinstance(issues, tuple)
    assert [issue.message for issue in issues] == ["“wronf” may be misspelled."]


def test_an_unreachable_server_is_a_notice() -> None:
    opened = open_engines("languagetool", Setup(), server("http://127.0.0.1:9"))

    assert opened.notices[0].message == (
        "Grammar is not checked, because LanguageTool does not work: The LanguageTool server "
        "“http://127.0.0.1:9” does not answer. Start it, or omit it."
    )


@pytest.mark.parametrize(
    "answer",
    [
        b"\0\xff no HTTP\n\n",
        http_response(200, "<html>"),
        http_response(200, '["software"]'),
        http_response(200, '{"software": ["LanguageTool"]}'),
        http_response(200, '{"software": {"name": "LanguageTool"}}'),
        http_response(404, "nothing here"),
        http_response(500, "no"),
    ],
)
def test_auto_falls_back_to_harper_if_the_server_is_not_languagetool(answer: bytes) -> None:
    with FakeServer(answer) as stranger:
        opened = open_engines("auto", Setup(), server(stranger.url))

    assert [(r.name, r.state) for r in opened.reports] == [
        ("languagetool", EngineState.FAILED),
        ("harper", EngineState.RAN),
    ]
    assert opened.notices[0].message.startswith(
        "Harper checks the grammar instead, because LanguageTool does not work: "
    )
    assert stranger.url.removeprefix("http://") in opened.notices[0].message


@pytest.mark.live
def test_auto_falls_back_to_harper_if_java_fails(fake_java: Path) -> None:
    (fake_java / "broken").touch()

    opened = open_engines("auto", Setup(), OFFLINE)

    assert [r.state for r in opened.reports] == [EngineState.FAILED, EngineState.RAN]
    assert "no class languagetool" in str(opened.reports[0].reason)


def test_nothing_is_downloaded_without_java(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITKIT_JAVA", "/nowhere")

    opened = open_engines("auto", Setup(), EngineAccess())

    assert "which is no Java" in opened.notices[0].message
    assert repository.requested_paths == []


def test_a_remote_server_is_not_used_when_offline() -> None:
    opened = open_engines("auto", Setup(), server("https://languagetool.example/", offline=True))

    assert [engine.name for engine in opened.engines] == ["harper"]
    assert "is not used offline" in opened.notices[0].message


def test_settings_take_precedence_over_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITKIT_LANGUAGETOOL_URL", "http://a.example")

    assert find_languagetool(EngineSettings(url="localhost:8081")) == RemoteServer(
        "http://localhost:8081"
    )
    assert find_languagetool(EngineSettings()) == RemoteServer("http://a.example")


@pytest.mark.parametrize(
    "url", ["ftp://a.example", "http://", "http://[::1", "a.example:port", "a.example:99999"]
)
def test_an_invalid_address_is_a_notice(url: str) -> None:
    opened = open_engines("languagetool", Setup(), server(url))

    assert f"“{url}” is not the address of a LanguageTool server" in opened.notices[0].message


@pytest.mark.live
@pytest.mark.usefixtures("fake_java")
def test_a_language_that_the_server_does_not_have_is_a_notice() -> None:
    opened = open_engines("languagetool", Setup(lang="de-DE"), OFFLINE)

    assert "LanguageTool here has no language “de-DE”" in opened.notices[0].message


def test_harper_is_not_opened_for_other_languages() -> None:
    opened = open_engines("harper", Setup(lang="de-DE"), OFFLINE)

    assert opened.engines == ()
    assert [(r.name, r.state) for r in opened.reports] == [("harper", EngineState.MISSING)]
    assert [n.message for n in opened.notices] == [
        "Grammar is not checked, because Harper checks English only."
    ]
