"""Linters and glossaries for tests of the Python API."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from editkit import Concept, Glossary, Linter, Term, TermStatus


@pytest.fixture
def glossary() -> Glossary:
    ferry = Term("ferry"), Term("float boat", status=TermStatus.DEPRECATED)
    return Glossary((Concept("1", ferry),))


@pytest.fixture
def linter(glossary: Glossary) -> Iterator[Linter]:
    with Linter(glossary=glossary) as made:
        yield made


@pytest.fixture
def glossary_file(tmp_path: Path) -> Path:
    path = tmp_path / "g.csv"
    path.write_text("term,forbidden,colour\nferry,float boat,red\n", encoding="utf-8")
    return path
