"""Word files made for tests."""

import io
import re
import zipfile
from collections.abc import Mapping

from lxml import etree

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_EXTRA = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
STYLES = (
    f'{HEAD}<w:styles xmlns:w="{WORD}"><w:style w:type="paragraph" w:styleId="H1">'
    '<w:name w:val="heading 1"/></w:style></w:styles>'
)


def p(*runs: str, properties: str = "") -> str:
    """Return a paragraph of runs, or of texts as runs."""
    inner = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p>{properties and f'<w:pPr>{properties}</w:pPr>'}{inner}</w:p>"


def r(text: str, properties: str = "", *, space: bool = True) -> str:
    """Return a run of a text, which may have entities."""
    kept = ' xml:space="preserve"' if space else ""
    shown = properties and f"<w:rPr>{properties}</w:rPr>"
    return f"<w:r>{shown}<w:t{kept}>{text}</w:t></w:r>"


def document(body: str, namespace: str = WORD) -> str:
    return (
        f'{HEAD}<w:document xmlns:w="{namespace}" {_EXTRA}><w:body>{body}'
        "<w:sectPr/></w:body></w:document>"
    )


def word_file(
    body: str, others: Mapping[str, str] | None = None, *, namespace: str = WORD
) -> bytes:
    """Return a Word file; `others` are the contents of headers, notes and the like, by name."""
    others = others or {}
    kinds = {name: re.sub(r"\d*\.xml", "", name) for name in others}
    overrides = "".join(
        f'<Override PartName="/word/{name}" ContentType="{_TYPE}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{name}"/>'
        for number, (name, kind) in enumerate(kinds.items(), 10)
    )
    members = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
        f"{overrides}</Types>",
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship '
        f'Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": document(body, namespace),
        "word/_rels/document.xml.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/styles" Target="styles.xml"/>{relations}'
        "</Relationships>",
        "word/styles.xml": STYLES,
        **{f"word/{name}": content for name, content in others.items()},
    }
    return zipped({name: content.encode() for name, content in members.items()})


def header(*paragraphs: str) -> str:
    return f'{HEAD}<w:hdr xmlns:w="{WORD}">{"".join(paragraphs)}</w:hdr>'


def footnotes(*paragraphs: str) -> str:
    notes = "".join(
        f'<w:footnote w:id="{number}">{paragraph}</w:footnote>'
        for number, paragraph in enumerate(paragraphs, 1)
    )
    separator = f'<w:footnote w:type="separator" w:id="0">{p("----")}</w:footnote>'
    return f'{HEAD}<w:footnotes xmlns:w="{WORD}">{separator}{notes}</w:footnotes>'


def zipped(members: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 2, 3, 4, 6)), content)
    return out.getvalue()


def member(data: bytes, name: str = "word/document.xml") -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def names(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return archive.namelist()


def without_changes(xml: str, *, accept: bool, author: str | None = None) -> list[str]:
    """Return the texts of the paragraphs after all changes of an author are settled."""
    root = etree.fromstring(xml.encode())
    w = f"{{{WORD}}}"
    dropped, kept = (f"{w}del", f"{w}ins") if accept else (f"{w}ins", f"{w}del")
    for change in list(root.iter(f"{w}ins", f"{w}del")):
        if author and change.get(f"{w}author") != author:
            continue
        parent = change.getparent()
        assert parent is not None
        if change.tag == dropped:
            parent.remove(change)
        elif change.tag == kept:
            at = parent.index(change)
            parent[at : at + 1] = list(change)
    paragraphs = root.iter(f"{w}p")
    return [
        "".join(t.text or "" for t in each.iter(f"{w}t", f"{w}delText")) for each in paragraphs
    ]
