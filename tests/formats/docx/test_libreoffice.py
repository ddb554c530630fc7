"""Tracked changes and comments as LibreOffice understands them."""

import json
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from editkit.core.fix import Edit, Remark, Splice, Tracked
from editkit.core.span import RawSpan, Span
from editkit.formats.docx.format import Docx
from tests.formats.docx.word_files import footnotes, p, r, word_file

pytestmark = pytest.mark.live
PROGRAM = Path(__file__).with_name("libreoffice_text.py")
DOCX = Docx()
LINK = '<w:hyperlink w:anchor="z">' + r("a long link") + "</w:hyperlink>"
NOTE = '<w:r><w:footnoteReference w:id="1"/></w:r>'
TABLE = "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>"
TEXTS = [
    p("A ", r("big", "<w:b/>"), " boat &amp; more, more."),
    p("ha", r("rb", "<w:i/>"), "our and ", LINK, "."),
    TABLE.format(p("One cell."), p(r(" Two cells.", space=False))),
    p("It has", NOTE, " a note."),
]
OTHERS = {"footnotes.xml": footnotes(p("<w:r><w:footnoteRef/></w:r>", " The note note."))}
EDITS = [
    *(("big", "small"), ("more, more", "more"), ("harbour", "port"), ("long ", "")),
    *(("cell.", "row."), ("Two", "All two"), ("a note", "one note"), ("note note", "note")),
]


def made(tracked: Tracked | None) -> bytes:
    package = DOCX.parse(word_file("".join(TEXTS), OTHERS), uri="a.docx", lang="en")
    splices: list[list[Splice]] = [[] for _ in package.documents]
    for old, new in EDITS:
        found = [n for n, each in enumerate(package.documents) if old in each.text]
        document = package.documents[found[0]]
        at = document.text.index(old)
        splices[found[0]] += DOCX.splices(document, [Edit(Span(at, at + len(old)), new)]) or ()
    assert sum(map(len, splices)) == len(EDITS)
    return DOCX.pack(package, splices, tracked)


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What LibreOffice makes of the original, of the corrections, and of the changes."""
    assert shutil.which("soffice"), "apt-get install libreoffice-writer python3-uno"
    folder = tmp_path_factory.mktemp("word")
    date = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    remarks = ((Remark(RawSpan(6, 10), "Which boat?"),), (Remark(RawSpan(1, 4), "A remark."),))
    files = {
        "original": word_file("".join(TEXTS), OTHERS),
        "plain": made(None),
        "tracked": made(Tracked("Ann", date, remarks)),
    }
    paths = [folder / f"{name}.docx" for name in files]
    for path, data in zip(paths, files.values(), strict=True):
        path.write_bytes(data)
    command = ["/usr/bin/python3", str(PROGRAM), *map(str, paths)]
    ran = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    assert ran.returncode == 0, ran.stderr
    return dict(zip(files, json.loads(ran.stdout), strict=True))


def words(paragraphs: list[Any]) -> list[str]:
    return ["".join(text for text, _ in portions) for portions in paragraphs]


def test_all_accepted_is_the_correction(judged: dict[str, Any]) -> None:
    assert "A small boat & more." in words(judged["plain"]["accepted"])
    assert "All two cells." in words(judged["plain"]["accepted"])
    assert judged["tracked"]["accepted"] == judged["plain"]["accepted"]


def test_all_rejected_is_the_original_with_its_formats(judged: dict[str, Any]) -> None:
    assert "A big boat & more, more." in words(judged["original"]["accepted"])
    assert judged["tracked"]["rejected"] == judged["original"]["accepted"]


def test_remarks_are_comments(judged: dict[str, Any]) -> None:
    comments = judged["tracked"]["comments"]
    assert sorted(comments) == ["Ann: Footnotes, “The”: A remark.", "Ann: Which boat?"]
    assert judged["original"]["comments"] == []
