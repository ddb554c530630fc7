"""Code within prose: spans of identifiers, paths, placeholders and the like (decision 086)."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span
from editkit.languages.code.marks import marked_code, possible_code
from editkit.languages.code.shapes import IsWord, is_code, is_long_identifier, may_be_identifier
from editkit.languages.code.words import DOCUMENT_SUFFIXES, DOMAINS, FILE_SUFFIXES
from editkit.text.characters import FIRST_HAN

_CUE = lazy_pattern(
    r"[_/\\@#$%=~]|\.\w|:[\w:]|--|[a-z][A-Z]|[a-z0-9]-[a-z0-9]|\(\)|[0-9][a-fx]|[a-f][0-9]|v\d"
)
"""What every piece of code has somewhere."""
_SPACE = lazy_pattern(r"\s")
_ADDRESS = lazy_pattern(
    r"(?:[A-Za-z][A-Za-z0-9+.-]{1,20}://|www\.)[!#-;=?-_a-~\u00c0-\u1fff]+", re.ASCII
)
"""Addresses may have letters that are not ASCII; Han next to one belongs to the sentence."""
_PIECE = lazy_pattern(r"(?:[\w.@#$%:/\\~+=*-]|\(\))+", re.ASCII)
_IDENTIFIER = lazy_pattern(r"[A-Za-z_][\w.]*(?:-[\w.]+)*", re.ASCII)
_MAX_HYPHENS = 12
_EMPHASIS = lazy_pattern(r"\*++(?!\.)")
_PART = lazy_pattern(r"[^:=*+~]+")
_BEFORE_CODE = frozenset("([{<\"'`|,;“‘«「『（：，、；")
_OUTER_MARKS = "*_~+=:.-"
_GLUED_SENTENCE = lazy_pattern(r"(?P<code>.+\.(?P<suffix>[a-z0-9]+))\.[A-Z][a-z]*", re.ASCII)
_CAPITALIZED = lazy_pattern(r"(?<!\S)(?:[A-Z][\w-]* )+\Z")
_MAX_NAME_LENGTH = 60
_PACKAGE_ROOTS = ("java.", "javax.", "com.", "org.", "io.", "net.", "cn.", "system.")
_MAX_PIECE_LENGTH = 300
"""Longer text without spaces is never prose."""
_COMMON_CODE = lazy_pattern(r"#\w+|v?[\d.]+|[A-Za-z]+(?:[/-][A-Za-z]+)+")
_LIST_MARKS = frozenset(",;|&+:/")
_VALUE = lazy_pattern(r"\"[^\"\n]{0,200}\"|'[^'\n]{0,200}'")


@dataclass(frozen=True, slots=True)
class CodeSpans:
    """Spans of a text that are code, in order and apart from each other."""

    spans: tuple[Span, ...] = ()

    def __bool__(self) -> bool:
        """Return whether there is any code."""
        return bool(self.spans)

    def touches(self, span: Span) -> bool:
        """Return whether `span` overlaps code; if it is empty, whether it is inside code."""
        at = bisect_right(self.spans, span.start, key=lambda code: code.end)
        if at == len(self.spans):
            return False
        code = self.spans[at]
        return code.start < span.end if span else code.start < span.start


def find_code(
    text: str,
    is_word: IsWord,
    *,
    known: Collection[str] = (),
    terms: Collection[str] = (),
    has_code: bool = False,
) -> CodeSpans:
    """Return the code in a text, in time proportional to its length.

    `is_word` returns whether a lowercase word is a word of the language. `known` are
    identifiers in the code of the document. `terms`, in lowercase, are not code: a glossary
    names them. `has_code`: the document has other code.
    """
    scan = _Scan(text, is_word, terms)
    spans = [*marked_code(text), *scan.spans()]
    code = [span.of(text) for span in spans]
    has_code = has_code or not all(map(_is_in_any_text, code))
    if has_code:
        spans += possible_code(text)
    if scan.others:
        known = {*known, *(name for piece in code for name in identifiers(piece))}
        spans += [
            span
            for span in scan.others
            if span.of(text) in known or (has_code and is_long_identifier(span.of(text), is_word))
        ]
    return CodeSpans(tuple(_merge(text, spans)))


def identifiers(code: str) -> Iterator[str]:
    """Yield the identifiers in code, and the starts of those with hyphens (`a-b` of `a-b-c`)."""
    for found in _IDENTIFIER.finditer(code):
        word = found[0]
        yield word
        for hyphen in islice(re.finditer("-", word), 1, _MAX_HYPHENS):
            yield word[: hyphen.start()]


def _is_in_any_text(code: str) -> bool:
    """Return whether news have such code, too: addresses, handles, hashtags and numbers."""
    return (
        (code.isalpha() and code.islower())  # a word in quotation marks
        or _ADDRESS.match(code) is not None
        or "@" in code
        or _COMMON_CODE.fullmatch(code) is not None
        or code.rpartition(".")[2].lower() in DOMAINS
    )


class _Scan:
    """A single pass over the text without white space that contains a cue of code.

    `others` are pieces that are identifiers if they are used in code, too.
    """

    def __init__(self, text: str, is_word: IsWord, terms: Collection[str]) -> None:
        self._text, self._is_word, self._terms = text, is_word, terms
        self.others: list[Span] = []

    def spans(self) -> Iterator[Span]:
        """Yield the code; `others` is complete afterwards."""
        text, done = self._text, 0
        for cue in _CUE.finditer(text):
            if cue.start() < done:
                continue
            start = cue.start()
            while start > done and not text[start - 1].isspace():
                start -= 1
            after = _SPACE.search(text, cue.end())
            end = done = after.start() if after else len(text)
            at = start
            for address in _ADDRESS.finditer(text, start, end):
                yield from self._pieces(at, address.start())
                at = address.start() + len(_without_closing_marks(address[0]))
                yield Span(address.start(), at)
            yield from self._pieces(at, end)

    def _pieces(self, start: int, end: int) -> Iterator[Span]:
        for piece in _PIECE.finditer(self._text, start, end):
            if piece.end() - piece.start() > 1 and _is_whole(self._text, piece):
                yield from self._code_in(piece)

    def _code_in(self, piece: re.Match[str]) -> Iterator[Span]:
        text, (start, end) = self._text, piece.span()
        if end - start > _MAX_PIECE_LENGTH:
            yield Span(start, end)
            return
        if stars := _EMPHASIS.match(piece[0]):
            start += stars.end()
        glued = _GLUED_SENTENCE.fullmatch(text, start, end)
        if glued and glued["suffix"] in FILE_SUFFIXES and not glued[0].startswith(_PACKAGE_ROOTS):
            end = glued.end("code")
        after_space = not start or text[start - 1].isspace() or text[start - 1] in _BEFORE_CODE
        span = Span(start, start + len(text[start:end].rstrip(".:*~+-")))
        if self._is_code(span.of(text), after_space=after_space):
            yield _extended(text, span)
        else:
            yield from self._parts(span, after_space=after_space)

    def _parts(self, piece: Span, *, after_space: bool) -> Iterator[Span]:
        """Yield the code in a piece that is not code as a whole, such as `see:a_b`."""
        text = self._text
        for part in _PART.finditer(text, piece.start, piece.end):
            at = part.start()
            is_free = after_space if at == piece.start else text[at - 1] == ":"
            span = Span(at, at + len(part[0].rstrip(_OUTER_MARKS)))
            if not self._is_code(span.of(text), after_space=is_free):
                span = Span(span.end - len(part[0].strip(_OUTER_MARKS)), span.end)
            inner = span.of(text)
            if self._is_code(inner, after_space=is_free and span.start == at):
                yield span
            elif may_be_identifier(inner, self._is_word) and inner.lower() not in self._terms:
                self.others.append(span)

    def _is_code(self, piece: str, *, after_space: bool) -> bool:
        return (
            len(piece) > 1
            and is_code(piece, self._is_word, after_space=after_space)
            and piece.lower() not in self._terms
        )


def _extended(text: str, code: Span) -> Span:
    """Return code with the value of an assignment, or the other words of a file's name."""
    start, end = code.start, code.end
    if text[end - 1] == "=" and (value := _VALUE.match(text, end)):
        end = value.end()
    if text[start].isupper() and text[start:end].rpartition(".")[2] in DOCUMENT_SUFFIXES:
        before = _CAPITALIZED.search(text, max(0, start - _MAX_NAME_LENGTH), start)
        start = before.start() if before else start
    return Span(start, end)


def _is_whole(text: str, piece: re.Match[str]) -> bool:
    """Return whether no letter continues the piece, such as one with an accent."""
    before, after = text[max(0, piece.start() - 1) : piece.start()], text[piece.end() :][:1]
    return not any(char.isalpha() and char < FIRST_HAN for char in before + after)


def _without_closing_marks(address: str) -> str:
    """Return an address without the marks of the sentence after it, as in `(see x.org),then`."""
    depth = 0
    for at, char in enumerate(address):
        depth += (char == "(") - (char == ")")
        if depth < 0:
            address = address[:at]
            break
    return address.rstrip(".,;:!?'*_~")


def _merge(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Yield spans in order, joined if they overlap or only a mark of a list is between them."""
    last: Span | None = None
    for span in sorted(spans):
        if last is None:
            last = span
        elif span.start <= last.end or (
            span.start == last.end + 1 and text[last.end] in _LIST_MARKS
        ):
            last = Span(last.start, max(last.end, span.end))
        else:
            yield last
            last = span
    if last is not None:
        yield last
