"""Engines of plug-ins: ranks, and faults that are notices."""

from typing import Any

import pytest

from tests.plugins.conftest import Installed, Make
from tests.plugins.reports import entry_points, lint, lint_each, messages, rules

pytestmark = pytest.mark.live

ENGINE = """
    from editkit.core.engine import Engine
    from editkit.core.engine_provider import EngineMissingError, EngineProvider, EngineStatus

    class Odd(Engine):
        name = "{name}"
        version = "3"

        def run(self, documents):
            for document in documents:
                {run}

        def close(self):
            pass

    class Provider(EngineProvider):
        name = "{name}"
        title = "Odd"
        {declared}

        def open(self, setup, access):
            {opens}

        def status(self, access):
            1 / 0
"""


def engine(
    run: str = "yield ()", declared: str = "pass", opens: str = "return Odd()"
) -> dict[str, str]:
    return {"run": run, "declared": declared, "opens": opens}


ENGINES: dict[str, tuple[dict[str, str] | str, str, str]] = {
    "good": (engine(), "ran", ""),
    "better": (engine(declared="rank = 1"), "ran", ""),
    "middling": (engine(declared="rank = 15"), "ran", ""),
    "missing": (
        engine(opens="raise EngineMissingError('Go.')"),
        "missing",
        "Grammar is not checked, because Odd is not available: Go.",
    ),
    "raising": (
        engine(opens="1 / 0"),
        "failed",
        "Grammar is not checked, because Odd does not work: ZeroDivisionError: division by zero.",
    ),
    "five": (
        engine(opens="return 5"),
        "failed",
        "Grammar is not checked, because Odd does not work: It opened 5, which is no engine ",
    ),
    "german": (
        engine(declared="languages = {'de': 'German', 'fr': 'French'}"),
        "missing",
        "Grammar is not checked, because Odd checks German and French only.",
    ),
    "broken": (
        "1 / 0",
        "missing",
        "Grammar is not checked, because the plug-in “broken” (engines of made-of-better 2.0) was",
    ),
    "unranked": (
        engine(declared="rank = '5'"),
        "missing",
        "Grammar is not checked, because the plug-in “unranked” (engines of made-of-better 2.0) ",
    ),
    "optional": (
        engine(declared="options = ('server',)"),
        "missing",
        "Grammar is not checked, because the plug-in “optional” (engines of made-of-better 2.0) ",
    ),
    "untold": (
        engine(declared="def supports(self, lang): 1 / 0"),
        "failed",
        "Grammar is not checked, because Odd does not work: ZeroDivisionError: division by zero.",
    ),
    "nameless": (
        engine(declared="identity = lambda self, access: 'v1'"),
        "ran",
        "",
    ),
    "stopping": (engine("1 / 0"), "failed", "The engine failed: ZeroDivisionError: division"),
    "listing": (engine("yield [5]"), "failed", "The engine failed: TypeError: int is no Issue."),
    "counting": (engine("yield 5"), "failed", "The engine failed: TypeError: 'int' object is"),
}


def install(make: Make, *names: str) -> Installed:
    modules = {}
    for name in names:
        given = ENGINES[name][0]
        source = given if isinstance(given, str) else ENGINE.format(name=name, **given)
        modules[f"{name}.py"] = source
    installed = make(modules, entry_points("engines", **{n: f"{n}:Provider" for n in names}))
    installed.cache["EDITKIT_JAVA"] = "/nowhere"  # so that there is no LanguageTool
    installed.cache["EDITKIT_CACHE"] = str(installed.cwd / "cache")
    return installed


@pytest.fixture(scope="module")
def installed(plugin: Make) -> Installed:
    """All engines of the table."""
    return install(plugin, *ENGINES)


@pytest.fixture(scope="module")
def reports(installed: Installed) -> dict[str, dict[str, Any]]:
    """The report of a run with each engine."""
    runs = lint_each(installed, *(("--select", "grammar", "--engine", name) for name in ENGINES))
    return dict(zip(ENGINES, runs, strict=True))


@pytest.mark.parametrize("name", ENGINES)
def test_an_engine_that_fails_is_a_notice(reports: dict[str, dict[str, Any]], name: str) -> None:
    _, state, notice = ENGINES[name]
    report = reports[name]

    assert [(each["name"], each["state"]) for each in report["engines"]] == [(name, state)]
    assert rules(report) == ["repeated-word"]
    assert len(messages(report)) == bool(notice)
    assert all(message.startswith(notice) for message in messages(report))
    assert {each["engine"] for each in report["notices"]} <= {name}


def test_the_status_of_a_broken_engine_is_its_problem(installed: Installed) -> None:
    shown = installed.editkit("engines", "--offline")

    assert shown.returncode == 0
    assert "good -  not ready\n  ZeroDivisionError: division by zero.\n" in shown.stdout
    assert "broken -  not ready\n  The plug-in “broken” (engines of made-of-" in shown.stdout
    assert shown.stdout.endswith("Default engine: harper\n")


@pytest.mark.parametrize(
    ("names", "choice", "ran"),
    [
        (("good",), "auto", ["harper"]),  # it has no rank
        (("middling",), "auto", ["middling"]),  # LanguageTool is missing, Harper has rank 20
        (("middling", "better"), "auto", ["better"]),
        (("better",), "both", ["better"]),  # and LanguageTool, which is missing
        (("middling", "better"), "both", ["better"]),
        (("better", "broken"), "auto", ["better"]),
    ],
)
def test_ranks_decide_what_editkit_chooses(
    plugin: Make, names: tuple[str, ...], choice: str, ran: list[str]
) -> None:
    report = lint(install(plugin, *names), "--select", "grammar", "--engine", choice)

    assert [each["name"] for each in report["engines"] if each["state"] == "ran"] == ran
    skipped = [message for message in messages(report) if "was skipped" in message]
    assert len(skipped) == ("broken" in names)
