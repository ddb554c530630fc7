"""Cached results on the command line."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Editkit

BUILD_TOOLSET = "editkit.linting.open_toolset.build_toolset"
BARE = ("--engine", "none", "-g", "glossary.csv")


@pytest.fixture
def cache(tmp_path: Path, editkit: Editkit, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Enable the result cache, and write more articles to fill it."""
    del editkit
    monkeypatch.setenv("EDITKIT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("EDITKIT_CACHE_SIZE", "200")
    (tmp_path / "b.md").write_bytes(
        b'\xef\xbb\xbf# The the plant\r\n\r\nA *float* boat  & \xe2\x80\x9cquote" here\r\n'
        b"\r\n<!-- editkit-disable-next-line term -->\r\nA float boat.\r\n"
    )
    return tmp_path / "cache" / "results"


@pytest.mark.parametrize(
    "command",
    [
        ("lint",),
        ("lint", "-q"),
        ("lint", "--color", "always"),
        ("lint", "--format", "json"),
        ("lint", "--format", "jsonl"),
        ("lint", "--format", "github"),
        ("lint", "--together"),
        ("normalize",),
        ("fix",),
        ("fix", "--unsafe"),
        ("review", "-o", "-"),
    ],
)
def test_a_second_run_is_identical_and_computes_nothing(
    editkit: Editkit, cache: Path, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    files = ("a.txt", "clean.txt", "b.md", "gone.txt", "editkit-none.bin")
    Path("editkit-none.bin").write_bytes(b"\xff\xfe\x00")
    first = editkit(*command, *BARE, *files)
    assert first.out
    assert any(cache.iterdir())
    unread = ("gone.txt", "editkit-none.bin")
    whole = editkit(*command, *BARE, *(f for f in files if f not in unread))
    with monkeypatch.context() as patch:
        patch.setattr(BUILD_TOOLSET, lambda *_: pytest.fail("something was made"))
        assert editkit(*command, *BARE, *(f for f in files if f not in unread)) == whole

    assert editkit(*command, *BARE, *files) == first


def test_corrected_files_are_cached(
    editkit: Editkit, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert editkit("fix", *BARE, "a.txt", "b.md").code == 1
    assert any(cache.iterdir())
    monkeypatch.setattr(BUILD_TOOLSET, lambda *_: pytest.fail("something was made"))

    assert editkit("fix", *BARE, "--write", "a.txt", "b.md").code == 0
    assert editkit("fix", *BARE, "a.txt", "b.md").out == ""


@pytest.mark.parametrize("how", ["option", "configuration"])
def test_nothing_is_cached_if_the_cache_is_disabled(
    editkit: Editkit, cache: Path, how: str, tmp_path: Path
) -> None:
    if how == "configuration":
        (tmp_path / "editkit.toml").write_text("cache = false\n")
    options = ("--no-cache",) if how == "option" else ()

    assert editkit("lint", *BARE, *options, "a.txt").code == 1
    assert not cache.exists()


def test_cached_results_are_not_used_if_the_cache_is_disabled(
    editkit: Editkit, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editkit("lint", *BARE, "a.txt")
    assert any(cache.iterdir())
    monkeypatch.setattr(BUILD_TOOLSET, lambda *_: (_ for _ in ()).throw(OSError(None, "made")))

    assert editkit("lint", *BARE, "--no-cache", "a.txt").code == 3


def test_an_invalid_cache_size_is_a_usage_error(
    editkit: Editkit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITKIT_CACHE_SIZE", "lots")

    ran = editkit("lint", *BARE, "a.txt")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "editkit: EDITKIT_CACHE_SIZE is “lots”, which is not a number of megabytes.\n"
    )


@pytest.mark.live
@pytest.mark.usefixtures("cache")
def test_a_second_run_imports_no_checks_or_engines(editkit: Editkit) -> None:
    """The checks, the matcher, the glossary parser and the engines are not imported."""
    program = (
        "import sys; from editkit.cli import run; "
        f"code = run(['lint', *{BARE!r}, 'a.txt']); "
        "print(code, *(m for m in sys.modules if m.startswith(('editkit.', 'sentencex'))))"
    )

    editkit("lint", *BARE, "a.txt")

    out = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True).stdout

    code, *modules = out.decode().split("\n")[-2].split()
    assert code == "1"
    for heavy in (
        "editkit.termbase",
        "editkit.checks.",
        "editkit.terminology.matcher",
        "sentencex",
    ):
        found = {module for module in modules if module.startswith(heavy)}
        assert found <= {"editkit.checks.modules"}
    engines = {module for module in modules if module.startswith("editkit.engines.")}
    assert engines == {
        "editkit.engines.chosen_server",
        "editkit.engines.folders",
        "editkit.engines.registry",
    }


@pytest.mark.usefixtures("cache")
def test_a_changed_setting_does_not_run_the_engine_again(
    editkit: Editkit, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("a.txt").write_text("It is a companny.\n", encoding="utf-8")
    first = editkit("lint", "--engine", "harper", "a.txt")
    assert "harper/SpellCheck" in first.out
    monkeypatch.setattr("editkit.engines.harper.engine.Harper._linter", lambda *_: 1 / 0)

    narrower = editkit("lint", "--engine", "harper", "--select", "spelling,typography", "a.txt")
    refused = editkit("lint", "--engine", "harper", "--select", "spelling", "--no-cache", "a.txt")

    assert "harper/SpellCheck" in narrower.out
    assert "ZeroDivisionError" in refused.out
