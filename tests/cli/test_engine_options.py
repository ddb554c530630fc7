"""Options of engines: validation, trust in configurations, and what a provider gets."""

import json
from pathlib import Path
from typing import Any, ClassVar

import pytest

from editkit.cache.keys import toolset_key
from editkit.config import Configuration
from editkit.core.engine import Engine
from editkit.core.engine_options import EngineOption
from editkit.core.engine_provider import EngineAccess, EngineMissingError
from editkit.core.setup import Setup
from editkit.engines.harper.provider import HarperProvider
from tests.cli.conftest import Editkit

OPTIONS = (
    EngineOption("server", "", "Address.", needs_trust=True),
    EngineOption("model", "small", "Model."),
    EngineOption("hints", ("a",), "Hints."),
)
LOCAL = "http://localhost:8010/v1"
REMOTE = "https://llm.example.org/v1"


class Recorder:
    """The options of each opened engine."""

    opened: ClassVar[list[dict[str, object]]] = []


@pytest.fixture(autouse=True)
def _options(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Give Harper options, as a plug-in has them, and the user a home of their own."""

    def open_(self: HarperProvider, setup: Setup, access: EngineAccess) -> Engine:
        del setup
        Recorder.opened.append(dict(self.options_in(access)))
        raise EngineMissingError("None.")

    Recorder.opened.clear()
    monkeypatch.setattr(HarperProvider, "options", OPTIONS)
    monkeypatch.setattr(HarperProvider, "open", open_)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "own"))


def write(path: Path, **options: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = (f"{name} = {json.dumps(value)}\n" for name, value in options.items())
    path.write_text("[engines.harper]\n" + "".join(rows), "utf-8")


def project(folder: Path, **options: object) -> dict[str, object]:
    """Return the options of Harper in a folder whose configuration sets `options`."""
    write(folder / "editkit.toml", **options)
    return dict(Configuration().for_folder(str(folder)).options_of_engines.get("harper", {}))


def test_a_provider_has_the_options_and_the_defaults_of_others(
    editkit: Editkit, tmp_path: Path
) -> None:
    write(tmp_path / "editkit.toml", model="large")
    (tmp_path / "a.txt").write_text("It is.\n", "utf-8")

    editkit("lint", "--engine", "harper", "--no-cache", "a.txt")

    assert Recorder.opened == [{"server": "", "model": "large", "hints": ("a",)}]


@pytest.mark.parametrize("url", ["http://127.0.0.1:80", "http://[::1]:8010", LOCAL])
def test_a_project_may_name_a_server_on_this_machine(tmp_path: Path, url: str) -> None:
    assert project(tmp_path, server=url) == {"server": url}


@pytest.mark.parametrize(
    "value",
    [
        REMOTE,
        "llm.example.org",
        "localhost:8010",  # may be the name of a program
        "http://localhost@llm.example.org",
        "http://llm.example.org\\@localhost",
        "http://localhost.example.org",
        "file:///etc/passwd",
        "",
    ],
)
def test_a_project_must_not_set_an_option_that_needs_trust(
    editkit: Editkit, tmp_path: Path, value: str
) -> None:
    assert project(tmp_path, server=value, model="large") == {"model": "large"}

    (tmp_path / "a.txt").write_text("It is.\n", "utf-8")
    ran = editkit("lint", "--engine", "harper", "--no-cache", "a.txt")
    assert Recorder.opened == [{"server": "", "model": "large", "hints": ("a",)}]
    assert (
        "editkit.toml: The option “server” of the engine harper is not set, because a "
        "configuration next to an article may not decide where texts are sent" in ran.out + ran.err
    )
    assert str(tmp_path / "own") in ran.out + ran.err
    assert "“server”" not in editkit("lint", "--engine", "none", "--no-cache", "a.txt").out


@pytest.mark.parametrize("value", [REMOTE, "//llm.example.org", "\\\\example.org\\share"])
def test_an_address_needs_trust_in_any_option(tmp_path: Path, value: str) -> None:
    assert project(tmp_path, model=value) == {}
    assert project(tmp_path, hints=["a", value]) == {}
    assert project(tmp_path, hints=["a", LOCAL]) == {"hints": ("a", LOCAL)}


def test_the_user_may_set_any_option_for_all_articles(editkit: Editkit, tmp_path: Path) -> None:
    own = tmp_path / "own" / "editkit" / "editkit.toml"
    write(own, server=REMOTE, model="own")

    assert project(tmp_path, server=LOCAL) == {"server": REMOTE}
    assert project(tmp_path, model="large") == {"model": "large", "server": REMOTE}
    (tmp_path / "editkit.toml").unlink()
    (tmp_path / ".git").mkdir()
    settings = Configuration().for_folder(str(tmp_path))
    assert settings.options_of_engines == {"harper": {"model": "own", "server": REMOTE}}

    shown = _shown(editkit)
    assert shown["engines"] == {
        "value": {"harper": {"model": "own", "server": REMOTE}},
        "origin": str(own),
    }


def test_credentials_are_not_shown(editkit: Editkit, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    write(tmp_path / "own" / "editkit" / "editkit.toml", server="https://a:b@example.org")

    assert _shown(editkit)["engines"]["value"] == {"harper": {"server": "https://example.org"}}


def test_results_of_other_options_are_not_taken_from_the_cache(tmp_path: Path) -> None:
    keys = set()
    for model in ("a", "b"):
        project(tmp_path, model=model)
        keys.add(toolset_key(Configuration().for_folder(str(tmp_path))))

    assert len(keys) == 2


def _shown(editkit: Editkit) -> dict[str, dict[str, Any]]:
    result = editkit("config", "show", "--format", "json")
    assert result.code == 0
    found: dict[str, dict[str, Any]] = json.loads(result.out)["settings"]
    return found
