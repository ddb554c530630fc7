from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from editkit.cli import run

GLOSSARY = "term,forbidden\nHarbour Lines,harbor lines\nferry,float boat\n"
ARTICLE = "The harbor lines float boat left at at noon.\n"


@dataclass(frozen=True, slots=True)
class Ran:
    code: int
    out: str
    err: str


Editkit = Callable[..., Ran]


@pytest.fixture
def editkit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Editkit:
    """Call the command line in a folder with an article, a clean one and a glossary."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "glossary.csv").write_text(GLOSSARY, encoding="utf-8")
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "clean.txt").write_text("The ferry left at noon.\n", encoding="utf-8")

    def call(*args: str) -> Ran:
        capfd.readouterr()
        code = run(args)
        said = capfd.readouterr()
        return Ran(code, said.out, said.err)

    return call
