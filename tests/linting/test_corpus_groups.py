"""Files of one run that are compared with each other only under the same glossary."""

from pathlib import Path

import pytest

from editkit.config import Settings
from editkit.linting.files.source_file import SourceFile
from editkit.linting.session import Session


@pytest.mark.parametrize(("glossary", "expected"), [("a.csv", 1), ("b.csv", 0)])
def test_files_with_different_glossaries_are_not_compared(
    tmp_path: Path, glossary: str, expected: int
) -> None:
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text(f"term\nplant {name[0]}\n")

    def file(name: str, text: str, glossary: str) -> tuple[Settings, SourceFile]:
        select, glossaries = ("inconsistent-variant",), (str(tmp_path / glossary),)
        settings = Settings(select=select, glossaries=glossaries, engine="none")
        return settings, SourceFile(name, data=text.encode(), format="plain")

    files = [
        file("one.txt", "\n\nAn Off Track lost.", "a.csv"),
        file("two.txt", "An Off-Track won. The Off-Track is fast.", glossary),
    ]
    with Session() as session:
        results = list(session.run(files, together=True))

    assert [len(result.issues) for result in results] == [expected, 0]
