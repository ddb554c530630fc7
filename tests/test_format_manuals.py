"""Worked examples in `docs/formats`: the commands print what the manual says."""

import re
import shlex
from pathlib import Path

import pytest

from tests.cli.conftest import Editkit, editkit
from tests.formats.docx.word_files import header, p, r, word_file

__all__ = ["editkit"]
MANUALS = Path(__file__).parent.parent / "docs" / "formats"
WORD = word_file(
    p("The ", r("ferry", "<w:b/>"), " left at at noon (in fog."),
    {"header1.xml": header(p("Figures of of 2026"))},
)
PAGE = re.search(r"(?s)```html title.*?\n(.*?)```", (MANUALS / "html.md").read_text("utf-8"))
ARTICLES = {
    "docx.md": ("report.docx", WORD),
    "html.md": ("ferries.html", PAGE[1].encode() if PAGE else b""),
}


def test_every_manual_has_an_article() -> None:
    assert {path.name for path in MANUALS.glob("*.md")} == set(ARTICLES)


@pytest.mark.parametrize("manual", ARTICLES)
def test_examples(editkit: Editkit, tmp_path: Path, manual: str) -> None:
    name, data = ARTICLES[manual]
    assert editkit("--version").code == 0
    (tmp_path / name).write_bytes(data)
    text = (MANUALS / manual).read_text("utf-8")
    examples = re.findall(r"(?s)```console\n\$ editkit (.*?)\n(.*?)```", text)

    assert examples
    for command, printed in examples:
        ran = editkit(*shlex.split(command))
        assert ran.out + ran.err == printed
