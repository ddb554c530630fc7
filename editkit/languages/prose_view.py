"""Prose view: a document as checks see it, without code and other languages (decision 086)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import combinations, pairwise

from editkit.core.document import Document
from editkit.core.issue import Issue
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.setup import Setup
from editkit.core.source_map import Chunk, SourceMap
from editkit.core.span import RawSpan, Span
from editkit.languages import find_language
from editkit.languages.code.spans import CodeSpans, find_code, identifiers
from editkit.text.characters import OBJECT_REPLACEMENT

_ANCHOR = lazy_pattern(r"#[\w.%-]+|\b(?:id|name)=(?:\"[^\"\s]*\"|'[^'\s]*')")
"""Anchors are words of the prose, and repeat its typos."""
_MAX_JOINED_WORDS = 8
_INNER_STRUCTURE = lazy_pattern(r"\w\W+\w|\w_|[^\W\d_][A-Z]|\d[^\W\d_]|[^\W\d_]\d")
_ADDRESS = lazy_pattern(r"://|^www\.|@")
_MIN_TECHNICAL_PIECES = 3
_WORD = lazy_pattern(r"[^\W\d_]+")


class NamesOfTerms:
    """The words of a glossary's terms that may look like code, such as `Vue.js`, in lowercase.

    The words of a term without the spaces between them are among them: `HarbourMotors` is a
    variant of a term, and no identifier.
    """

    def __init__(self, setup: Setup) -> None:
        language = find_language(setup.lang)
        self.words = frozenset(
            word.lower()
            for _, term in setup.glossary.entries(setup.lang)
            for form in language.inflect(term)
            for word in _joined_words(form.text.split())
            if _INNER_STRUCTURE.search(word)
        )


def _joined_words(words: Sequence[str]) -> Iterator[str]:
    """Yield words, and runs of them joined with and without hyphens."""
    yield from words
    if len(words) <= _MAX_JOINED_WORDS:
        for first, last in combinations(range(len(words) + 1), 2):
            run = words[first:last]
            yield from ("".join(run), "-".join(run))


@dataclass(frozen=True, slots=True)
class DocumentCode:
    """The code in the prose of a document, and the words of all its code, in lowercase.

    `spans` are hidden from checks: code, and what is in another language. `protected` is what
    may be neither reported nor edited in a file: locked blocks, and what is in another language.
    `is_technical`: the document has several pieces of code, and not only addresses.
    """

    spans: CodeSpans = field(default_factory=CodeSpans)
    protected: CodeSpans = field(default_factory=CodeSpans)
    words: frozenset[str] = frozenset()
    is_technical: bool = False

    def without_issues(self, issues: Iterable[Issue]) -> Iterator[Issue]:
        """Yield the issues that are neither about code nor about what is protected."""
        kept = (issue for issue in issues if not _touches(self.spans, issue))
        return self.without_protected(kept)

    def without_protected(self, issues: Iterable[Issue]) -> Iterator[Issue]:
        """Yield the issues that are not about what is protected."""
        return (issue for issue in issues if not _touches(self.protected, issue))


def _touches(spans: CodeSpans, issue: Issue) -> bool:
    """Return whether an issue or one of its edits is within spans."""
    if not spans:
        return False
    edits = (edit.span for fix in issue.fixes for edit in fix.edits)
    return spans.touches(issue.span) or any(map(spans.touches, edits))


def code_of(document: Document, setup: Setup) -> DocumentCode:
    """Return the code of a document; what the glossary of `setup` names is not code."""
    terms = setup.shared(NamesOfTerms).words
    others = tuple(each.span for each in document.other_languages)
    locked = tuple(block.span for block in document.blocks if block.locked)
    source = (document.text, document.raw, document.lang)
    return _code_of(_Key(*source, others, locked, terms, document))


def prose_view(document: Document, setup: Setup) -> Document:
    """Return a document of the same length in which code is replaced by U+FFFC.

    So is what is in another language. The source map lets no edit change it. A document without
    any is returned as is.
    """
    spans = code_of(document, setup).spans.spans
    if not spans:
        return document
    pieces: list[str] = []
    at = 0
    for span in spans:
        pieces += (document.text[at : span.start], OBJECT_REPLACEMENT * len(span))
        at = span.end
    text = "".join((*pieces, document.text[at:]))
    chunks = tuple(_split(document.source_map.chunks, spans))
    return replace(document, text=text, source_map=SourceMap(chunks))


@dataclass(frozen=True, slots=True)
class _Key:
    """The key of a document's code: comparing a whole document would take longer."""

    text: str
    raw: str
    lang: str
    others: tuple[Span, ...]
    locked: tuple[Span, ...]
    terms: frozenset[str]
    document: Document = field(compare=False)


@lru_cache(maxsize=4)
def _code_of(key: _Key) -> DocumentCode:
    """Return the code of a document; engines and checks ask for the same one."""
    text, language = key.text, find_language(key.lang)
    hidden = list(_hidden_sources(key.document))
    known = frozenset(word for source in hidden for word in identifiers(source))
    is_word = language.is_word if language.knows_words else bool
    marked = sum("`" in source for source in hidden)
    spans = find_code(text, is_word, known=known, terms=key.terms, has_code=marked > 0)
    code = (*hidden, *(span.of(text) for span in spans.spans))
    words = frozenset(word.lower() for source in code for word in _WORD.findall(source))
    pieces = marked + sum(not _ADDRESS.search(span.of(text)) for span in spans.spans)
    unseen = _merged((*spans.spans, *key.others)) if key.others else spans
    protected = _merged((*key.locked, *key.others))
    return DocumentCode(unseen, protected, words, pieces >= _MIN_TECHNICAL_PIECES)


def _merged(spans: Iterable[Span]) -> CodeSpans:
    """Return spans in order, with those that overlap as one."""
    merged: list[Span] = []
    for span in sorted(filter(None, spans)):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return CodeSpans(tuple(merged))


def _hidden_sources(document: Document) -> Iterator[str]:
    """Yield the source that is not prose: code, addresses, tags and other markup."""
    raw, chunks = document.raw, document.source_map.chunks
    ends = (Chunk(Span(0, 0), RawSpan(0, 0)), *chunks, None)
    for before, after in pairwise(ends):
        start = before.raw.end if before else 0
        end = after.raw.start if after else len(raw)
        if end > start:
            yield _ANCHOR.sub(" ", raw[start:end])
        if after and not after.verbatim:
            yield after.raw.of(raw)


def _split(chunks: Iterable[Chunk], spans: Iterable[Span]) -> Iterator[Chunk]:
    """Yield chunks with the ranges of `spans` apart, which are opaque."""
    following = iter(spans)
    span = next(following, None)
    for chunk in chunks:
        start, end = chunk.text.start, chunk.text.end
        while span is not None and span.end <= start:
            span = next(following, None)
        if not chunk.verbatim:
            yield chunk
            continue
        shift = chunk.raw.start - start
        while span is not None and span.start < end:
            first, last = max(span.start, start), min(span.end, end)
            if first > start:
                yield Chunk(Span(start, first), RawSpan(start + shift, first + shift))
            yield Chunk(Span(first, last), RawSpan(first + shift, last + shift), verbatim=False)
            start = last
            if span.end > end:
                break
            span = next(following, None)
        if start < end:
            yield Chunk(Span(start, end), RawSpan(start + shift, end + shift))
