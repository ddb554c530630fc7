from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from editkit.cli import run

GLOSSARY = "term,forbidden\nHarbour Lines,harbor lines\nferry,float boat\n"
ARTICLE = "The harbor lines float boat left at at noon.\n"


@dataclass(frozen=True, slots=True)
class CommandResult:
    code: int
    out: str
    err: str


Editkit = Callable[..., CommandResult]


@pytest.fixture
def editkit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Editkit:
    """Run commands in a folder with an article, an article without issues, and a glossary."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "glossary.csv").write_text(GLOSSARY, encoding="utf-8")
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "clean.txt").write_text("The ferry left at noon.\n", encoding="utf-8")

    def call(*args: str) -> CommandResult:
        capfd.readouterr()
        code = run(args)
        captured = capfd.readouterr()
        return CommandResult(code, captured.out, captured.err)

    return call
