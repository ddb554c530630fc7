"""Cached results of engines: identities, failures and installations."""

from dataclasses import replace

import pytest

from editkit.core.engine_provider import EngineIdentity as Identity
from editkit.core.result import EngineReport, EngineState, Notice
from editkit.engines.languagetool import identity as identities
from tests.cache.workspaces import Workspace


@pytest.mark.parametrize("engine", ["auto", "languagetool", "both"])
def test_another_version_of_languagetool_is_another_entry(
    workspace: Workspace, engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = replace(workspace.settings, engine=engine)
    for version, linted_names in (
        ("6.8", ["a.txt"]),
        ("6.9", ["a.txt"]),
        ("6.8", []),
        ("6.9", []),
    ):
        monkeypatch.setattr(identities, "current_identity", lambda _, v=version: Identity(v))
        workspace.run("a.txt", settings=settings)
        assert workspace.linted_names == linted_names


def test_an_unidentified_engine_is_not_cached(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(identities, "current_identity", lambda _: None)
    settings = replace(workspace.settings, engine="auto")
    for _ in range(2):
        workspace.run("a.txt", settings=settings)
        assert workspace.linted_names == ["a.txt"]


def test_the_run_that_installs_an_engine_is_cached(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        identities, "current_identity", lambda _: Identity("6.8") if workspace.opened else None
    )
    settings = replace(workspace.settings, engine="auto")
    workspace.run("a.txt", settings=settings)
    monkeypatch.setattr(identities, "current_identity", lambda _: Identity("6.8"))

    workspace.run("a.txt", settings=settings)

    assert workspace.linted_names == []


@pytest.mark.parametrize(
    ("is_unavailable", "states", "is_cached"),
    [
        (False, (EngineState.MISSING, EngineState.RAN), False),
        (True, (EngineState.MISSING, EngineState.RAN), True),
        (True, (EngineState.FAILED, EngineState.RAN), False),
        (False, (), False),
    ],
)
def test_a_run_without_an_engine_is_cached_only_if_it_is_unavailable(
    workspace: Workspace,
    monkeypatch: pytest.MonkeyPatch,
    is_unavailable: bool,  # noqa: FBT001  (a parameter of the test)
    states: tuple[EngineState, ...],
    is_cached: bool,  # noqa: FBT001  (as above)
) -> None:
    monkeypatch.setattr(
        identities, "current_identity", lambda _: Identity("none", is_unavailable=is_unavailable)
    )
    names = ("languagetool", "harper")
    workspace.reports = tuple(map(EngineReport, names, ("6.8", "1"), states))
    workspace.notices = (Notice("There is no Java."),)
    settings = replace(workspace.settings, engine="auto")
    first = workspace.run("a.txt", settings=settings)

    second = workspace.run("a.txt", settings=settings)

    assert workspace.linted_names == ([] if is_cached else ["a.txt"])
    assert [r.notices for r in second] == [r.notices for r in first]
    assert [r.engines for r in second] == [r.engines for r in first]


def test_a_file_that_an_engine_failed_on_is_not_cached(workspace: Workspace) -> None:
    workspace.article("b.txt", "The the bus.")
    workspace.engine.failing = {str(workspace.folder / "a.txt")}
    workspace.run("a.txt", "b.txt")
    workspace.engine.failing = set()

    [first, _] = workspace.run("a.txt", "b.txt")

    assert workspace.linted_names == ["a.txt"]
    assert len(first.issues) == 3
    workspace.run("a.txt", "b.txt")
    assert workspace.linted_names == []
