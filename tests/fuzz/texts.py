"""Fuzz targets for articles: lint, fix, normalize and review of plain text and Markdown."""

import json
import re
import tempfile
from functools import cache
from pathlib import Path
from typing import Literal

from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

import editkit
from editkit.text.segmenter import sentences
from tests.fuzz import hostile_markdown
from tests.fuzz.pieces import MARKDOWN, MARKS, SPACES, WORDS, glossary_csv
from tests.fuzz.target import Target, joined

Format = Literal["plain", "markdown"]
PIECES = (*WORDS, *MARKS, *SPACES, *MARKDOWN)
_FOOTNOTE = re.compile(r"(?<![^\r\n])([ \t>]*)\[\^[^\]\s]+\]:")


def check_text(data: bytes) -> None:
    """Lint and correct a plain text twice."""
    _check(data.decode("utf-8", "replace").replace("\0", ""), "plain")


def check_markdown(data: bytes) -> None:
    """Lint and correct a Markdown text twice; no correction may change its structure."""
    text = data.decode("utf-8", "replace").replace("\0", "")
    structure = _structure(text)
    for corrected in _check(text, "markdown"):
        assert corrected == text or _structure(corrected) == structure, (text, corrected)
        assert _CONSTRUCTS.findall(corrected) == _CONSTRUCTS.findall(text), (text, corrected)


def check_segments(data: bytes) -> None:
    """Split a text into sentences, which must cover it in order."""
    text = data.decode("utf-8", "replace")
    end = 0
    for span in sentences(text, "en"):
        assert end <= span.start < span.end <= len(text), (text, span)
        assert not text[end : span.start].strip(), (text, span)
        end = span.end
    assert not text[end:].strip(), text


def _check(text: str, form: Format) -> list[str]:
    linter = _linter()
    result = linter.lint(text, format=form)
    assert result.package is not None, text
    assert not result.notices, (text, result.notices)
    json.dumps(result.to_dict(), ensure_ascii=False).encode()
    for issue in (placed.issue for placed in result.issues):
        assert 0 <= issue.span.start <= issue.span.end <= len(result.package.documents[0].text)
    corrected = []
    for unsafe in (False, True):
        for correct in (linter.fix, linter.normalize):
            once = correct(text, format=form, unsafe=unsafe)
            if once != text:
                corrected.append(once)
                assert correct(once, format=form, unsafe=unsafe) == once, (text, once, unsafe)
    if len(text) % 4 == 0:  # a page costs as much as all the others
        assert linter.review(text, format=form).startswith("<!")
    return corrected


@cache
def _linter() -> editkit.Linter:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "glossary.csv")
        path.write_text(glossary_csv(), encoding="utf-8")
        return editkit.Linter(glossary=path)


def _structure(markdown: str) -> list[object]:
    """Return what CommonMark's tokens say about a text, without the text.

    The labels of footnotes are letters for the parser, since it knows no footnotes.
    """
    return [_node(token) for token in _PARSER.parse(_FOOTNOTE.sub(r"\1xx", markdown))]


def _node(token: Token) -> object:
    """Return a token without its prose; adjacent texts are one, and blank ones are left out."""
    children: list[object] = []
    for child in token.children or ():
        if child.type in {"text", "text_special", "softbreak"}:
            if child.content.strip() and (not children or children[-1] != "text"):
                children.append("text")
        else:
            children.append(_node(child))
    is_prose = token.type in {"text", "inline", "image"}
    content = "" if is_prose else token.content
    if token.type == "html_block":  # its text is prose
        content = "".join(_TAG.findall(content))
    return token.type, token.tag, token.attrs, token.info, content, children


_TAG = re.compile(r"<!--[\s\S]*?-->|<[^<>]*>|`+[^`]*`+")
_CONSTRUCTS = re.compile(
    r"\{\{[^{}]*\}\}|\{%[^{}]*%\}|\{[.#][^{}\n]*\}|!?\[\[[^\[\]|\n]+[|\]]"
    r"|\[[^\[\]]*(?<!\w)@\w[^\[\]]*\]"
    r"|(?<![\w:/]):[a-z_]+:(?![\w:/])|\\\([^\s()]+\\\)"
    r"|\$\$(?:[^$\n]|\n(?!\s*\n))+\$\$|(?m:^\$\$\n)[^$]+\n\$\$(?m:$)"
    r"|(?m:^[ >]*:::.*$)|(?m:^\([^()\s]+\)=)"
)
_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])

TARGETS = (
    Target("text", check_text, joined(WORDS, MARKS, SPACES), words=PIECES),
    Target(
        "markdown",
        check_markdown,
        joined(PIECES) | hostile_markdown.hostile_markdown(),
        words=(*PIECES, *hostile_markdown.PIECES),
    ),
    Target("segments", check_segments, joined(WORDS, MARKS, SPACES) | st.binary(), words=PIECES),
)
