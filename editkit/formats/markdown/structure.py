"""Structure of a Markdown source, as a second parser sees it: everything but the text.

The second parser is markdown-it-py, a port of the reference implementation in JavaScript. It is
loaded only when a file is corrected.
"""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from editkit.core.lazy_pattern import lazy_pattern
from editkit.formats.line_breaks import LineBreaks
from editkit.formats.markdown.dialect import COMMON, Dialect
from editkit.formats.markdown.front_matter import front_matter_end, without_prose
from editkit.formats.markdown.html_structure import html_parts
from editkit.formats.markdown.jsx import MaskedJsx, mask_jsx
from editkit.formats.markdown.lines import mask_lines
from editkit.formats.markdown.prose import mask_footnote_labels

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_TEXT_TYPES = frozenset({"text", "text_special", "softbreak"})
_MARKS = frozenset("*_~`")
_CONTENT_TYPES = frozenset({"code_inline", "code_block", "fence", "html_inline"})
_CONSTRUCT = lazy_pattern(
    r"\{\{[\s\S]{1,1000}?\}\}|\{%[\s\S]{1,1000}?%\}"  # templates
    r"|\{(?:[.#:][^{}\n]{0,300}|[\w.:+-]{1,60}|[^{}\n=]{0,60}=[^{}\n]{0,300})\}"
    r"|\$\$(?:[^$\n]|\n(?!\s*\n)){1,2000}\$\$"
    r"|(?<![\w$])\$[^\s\d$](?:[^$\n]{0,300}[^\s$])?\$(?![\d$])"
    r"|\\\((?:[^\\]|\\[^()]){0,500}?[\\^_={}](?:[^\\]|\\[^()]){0,500}?\\\)|\\\(\s{0,9}\S{1,60}\s{0,9}\\\)"
    r"|\\\[(?:[^\\]|\\[^\[\]]){0,1000}?[\\^_={}](?:[^\\]|\\[^\[\]]){0,1000}?\\\]"
    r"|!?\[\[[^\[\]|\n]{1,300}(?:\||\]\])"  # targets of wiki links
    r"|\[[^\[\]@]{0,100}(?<![\w.])@\{?\w[^\[\]]{0,300}\](?![(\[:])"  # citations
    r"|(?<![\w.@/])@\w[\w:.#%&+?~/-]*"
    r"|(?<![A-Za-z0-9:/]):[A-Za-z0-9_.:+-]{1,60}:(?![A-Za-z0-9:/])"  # emoji, roles
    r"|%%[\s\S]{1,2000}?%%"  # comments
    r"|\\begin\{[^{}\n]*\}[\s\S]{0,3000}?\\end\{[^{}\n]*\}"
    r"|\\[A-Za-z]+\{[^{}\n]{0,100}\}|\\@ref\([^()\n]*\)"
)
_Part = tuple[object, ...]


def same_structure(before: str, after: str, dialect: Dialect = COMMON) -> bool:
    """Return whether two sources differ in text only.

    Blocks and inline elements must be the same, in the same order and nesting, with the same
    targets and titles, code, HTML and front matter. Line breaks within text may differ, hard ones
    may not. Neither may the emphasis marks that are text, since an edit next to one can make it
    close another emphasis. The constructs of dialects must be the same, too.
    """
    return _structure(before, dialect) == _structure(after, dialect)


@lru_cache(maxsize=2)
def _structure(raw: str, dialect: Dialect) -> tuple[object, ...]:
    text = LineBreaks.parse(raw).text
    end = front_matter_end(text)
    masked = mask_lines(text[end:], mdx=dialect.mdx)
    jsx = mask_jsx(masked.text) if dialect.mdx else MaskedJsx(masked.text)
    body = mask_footnote_labels(jsx.text)
    constructs = tuple(found[0] for found in _CONSTRUCT.finditer(text, end))
    front_matter = without_prose(text[:end], dialect.front_matter)
    return (
        front_matter,
        masked.hidden,
        jsx.pieces,
        constructs,
        tuple(_parts(_parser().parse(body))),
    )


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415  (slow import; only corrections need it)

    return MarkdownIt("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"])


def _parts(tokens: Iterable["Token"]) -> Iterator[_Part]:
    text: list[str] = []
    for token in tokens:
        if token.type in _TEXT_TYPES:
            text.append(token.content)
            continue
        yield from _text_part(text)
        content = token.content if token.type in _CONTENT_TYPES else ""
        if token.type == "html_block":
            yield from html_parts(token.content)
            continue
        attributes = tuple(sorted((name, str(value)) for name, value in token.attrs.items()))
        yield token.type, token.tag, token.nesting, token.info, attributes, content
        if token.children:
            yield from _parts(token.children)
            yield (token.type, "end")
    yield from _text_part(text)


def _text_part(text: list[str]) -> Iterator[_Part]:
    """Yield the emphasis marks of a text that ends here, unless it is blank; empty the list."""
    joined = "".join(text)
    text.clear()
    if joined.strip():
        yield "text", "".join(char for char in joined if char in _MARKS)
