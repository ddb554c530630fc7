"""Markdown sources: their blocks, and the source after an edit."""

from editkit.core.document import Document
from editkit.formats.markdown.format import Markdown

MARKDOWN = Markdown()


OBJECT = "\ufffc"


def parsed(raw: str) -> Document:
    [document] = MARKDOWN.parse(raw.encode(), uri="a.md", lang="en").documents
    return document
