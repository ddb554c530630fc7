from pathlib import Path

import pytest

from editkit.core.check import Setup
from editkit.core.document import Document
from editkit.core.result import State
from editkit.engines.languagetool.provision import EngineSettings, Remote, look
from editkit.engines.registry import open_engines
from tests.engines.conftest import Repository, Stranger, http, javas

OFFLINE = EngineSettings(offline=True)


@pytest.mark.usefixtures("cache")
def test_harper_steps_in_and_a_notice_says_so() -> None:
    opened = open_engines("auto", Setup(), OFFLINE)

    assert [engine.name for engine in opened.engines] == ["harper"]
    assert [(r.name, r.state) for r in opened.reports] == [
        ("languagetool", State.MISSING),
        ("harper", State.RAN),
    ]
    assert opened.notices[0].message == (
        "Harper checks the grammar instead, because LanguageTool cannot be had: LanguageTool is "
        "not in the cache; run “editkit engines install” once with a network."
    )


@pytest.mark.usefixtures("cache")
def test_nothing_steps_in_for_an_engine_that_was_asked_for() -> None:
    opened = open_engines("languagetool", Setup(), OFFLINE)

    assert opened.engines == ()
    assert opened.notices[0].message.startswith("Grammar is not checked, because LanguageTool")


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
def test_a_choice_opens_what_it_names(choice: str, names: list[str]) -> None:
    opened = open_engines(choice, Setup(), OFFLINE)
    for engine in opened.engines:
        engine.close()

    assert [engine.name for engine in opened.engines] == names
    assert [(r.name, r.state) for r in opened.reports] == [(name, State.RAN) for name in names]
    assert opened.notices == ()


@pytest.mark.usefixtures("fake_java")
def test_a_server_of_somebody_else_is_asked_and_not_started(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = open_engines("languagetool", Setup(), OFFLINE).engines[0]
    port = next(iter(javas(cache))).cmdline()[-1]
    monkeypatch.setenv("EDITKIT_LANGUAGETOOL_URL", f"http://127.0.0.1:{port}/v2/")
    monkeypatch.setenv("EDITKIT_JAVA", "/nowhere")

    engine = open_engines("languagetool", Setup(), OFFLINE).engines[0]
    (issues,) = engine.run([Document.plain("a wrnog word", lang="en-US")])
    engine.close()
    first.close()

    assert engine.version == "6.8-fake"
    assert isinstance(issues, tuple)
    assert [issue.message for issue in issues] == ["“wrnog” may be misspelt."]


def test_a_server_that_does_not_answer_is_a_notice() -> None:
    opened = open_engines("languagetool", Setup(), EngineSettings(url="http://127.0.0.1:9"))

    assert opened.notices[0].message == (
        "Grammar is not checked, because LanguageTool does not work: The LanguageTool server "
        "“http://127.0.0.1:9” does not answer; start it or name none."
    )


@pytest.mark.parametrize(
    "answer",
    [
        b"\0\xff no HTTP\n\n",
        http(200, "<html>"),
        http(200, '["software"]'),
        http(200, '{"software": ["LanguageTool"]}'),
        http(200, '{"software": {"name": "LanguageTool"}}'),
        http(404, "nothing here"),
        http(500, "no"),
    ],
)
def test_what_is_no_languagetool_has_failed_and_harper_steps_in(answer: bytes) -> None:
    with Stranger(answer) as stranger:
        opened = open_engines("auto", Setup(), EngineSettings(url=stranger.url))

    assert [(r.name, r.state) for r in opened.reports] == [
        ("languagetool", State.FAILED),
        ("harper", State.RAN),
    ]
    assert opened.notices[0].message.startswith(
        "Harper checks the grammar instead, because LanguageTool does not work: "
    )
    assert stranger.url.removeprefix("http://") in opened.notices[0].message


def test_a_java_that_cannot_run_it_has_failed_and_harper_steps_in(fake_java: Path) -> None:
    (fake_java / "broken").touch()

    opened = open_engines("auto", Setup(), OFFLINE)

    assert [r.state for r in opened.reports] == [State.FAILED, State.RAN]
    assert "no class languagetool" in str(opened.reports[0].reason)


def test_nothing_is_fetched_that_no_java_could_run(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITKIT_JAVA", "/nowhere")

    opened = open_engines("auto", Setup(), EngineSettings())

    assert "which is no Java" in opened.notices[0].message
    assert repository.asked == []


def test_a_far_server_is_not_asked_when_offline() -> None:
    settings = EngineSettings(offline=True, url="https://languagetool.example/")

    opened = open_engines("auto", Setup(), settings)

    assert [engine.name for engine in opened.engines] == ["harper"]
    assert "is not asked when offline" in opened.notices[0].message


def test_the_settings_go_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITKIT_LANGUAGETOOL_URL", "http://a.example")

    assert look(EngineSettings(url="localhost:8081")) == Remote("http://localhost:8081")
    assert look(EngineSettings()) == Remote("http://a.example")


@pytest.mark.parametrize(
    "url", ["ftp://a.example", "http://", "http://[::1", "a.example:port", "a.example:99999"]
)
def test_an_address_that_is_none_is_a_notice(url: str) -> None:
    opened = open_engines("languagetool", Setup(), EngineSettings(url=url))

    assert f"“{url}” is no address of a LanguageTool server" in opened.notices[0].message


@pytest.mark.usefixtures("fake_java")
def test_a_language_the_server_lacks_is_a_notice() -> None:
    opened = open_engines("languagetool", Setup(lang="de-DE"), OFFLINE)

    assert "LanguageTool here has no language “de-DE”" in opened.notices[0].message


def test_no_english_checker_reads_another_language() -> None:
    opened = open_engines("harper", Setup(lang="de-DE"), EngineSettings(offline=True))

    assert opened.engines == ()
    assert [(r.name, r.state) for r in opened.reports] == [("harper", State.MISSING)]
    assert [n.message for n in opened.notices] == [
        "Grammar is not checked, because Harper checks English only."
    ]
