"""Glossaries in TBX files: v2 and v3, data categories as attributes or as elements."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, cast

from lxml import etree

from editkit.core.errors import InputError
from editkit.core.glossary import Concept, Glossary, Term, TermStatus
from editkit.core.result import Notice
from editkit.termbase.glossary_issue import Fault
from editkit.termbase.loaded import Loaded
from editkit.termbase.status import CATEGORIES, status

_LIMIT = 256 * 2**20
_ROOTS = {"martif", "tbx"}
_ENTRIES = ("{*}termEntry", "{*}conceptEntry")
_LANGUAGES = {"langSet", "langSec"}
_TERMS = {"tig", "ntig", "termSec"}
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def read(data: bytes, *, uri: str) -> Loaded:
    """Return the glossary in a TBX file; a line is that of the term's element.

    Where a language names no preferred term, its first term without a status is
    taken for it, and any further ones for admitted. Raises InputError where the
    file is no TBX, is malformed, is over 256 MiB or has a DOCTYPE.
    """
    if len(data) > _LIMIT:
        raise InputError("The file is too large for a glossary (over 256 MiB).", uri=uri)
    reader = _Reader(uri)
    try:
        _examine(data, uri)
        concepts = tuple(reader.concept(entry) for entry in _entries(data))
    except etree.XMLSyntaxError as error:
        raise _malformed(error, uri) from None
    return Loaded(Glossary(concepts), tuple(reader.notices.values()), tuple(reader.faults))


def _malformed(error: etree.XMLSyntaxError, uri: str) -> InputError:
    why, line = error.msg or "", error.lineno
    last = cast("Any", error.error_log).last_error  # the stubs know no error log
    if not line and last:
        # An undefined entity, which the exception itself does not tell of.
        why, line = last.message, last.line
    why = why.split("\n")[0].split(", line ")[0]
    return InputError(f"The file is not well-formed XML: {why}.", uri=uri, line=line or None)


class _Seen(Exception):  # noqa: N818  (no error: it ends the parse)
    """The root element has begun; its argument is the tag."""


class _Prolog:
    """Looks at what stands before the root element, and no further."""

    def __init__(self, uri: str) -> None:
        self._uri = uri

    def doctype(self, *_: str | None) -> None:
        message = "The file has a DOCTYPE declaration, which is not read for safety: remove it."
        raise InputError(message, uri=self._uri)

    def start(self, tag: str, _attributes: object) -> None:
        raise _Seen(tag)

    def close(self) -> None:
        """Do nothing: lxml calls it."""


def _examine(data: bytes, uri: str) -> None:
    # A parser of its own: the other one would have read the declarations by the time it tells.
    parser = etree.XMLParser(
        target=cast("etree.ParserTarget", _Prolog(uri)),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    try:
        etree.fromstring(data, parser)
    except _Seen as seen:
        root = etree.QName(str(seen)).localname
        if root.lower() not in _ROOTS:
            raise InputError(f"This is no TBX: its root element is “{root}”.", uri=uri) from None


def _entries(data: bytes) -> Iterator[etree._Element]:
    events = etree.iterparse(
        io.BytesIO(data),
        tag=_ENTRIES,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    for _, entry in events:
        yield entry
        entry.clear()


@dataclass(slots=True)
class _Reader:
    """Makes concepts of entries and gathers what is to be said of them."""

    uri: str
    notices: dict[str, Notice] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def concept(self, entry: etree._Element) -> Concept:
        line = _line(entry)
        name = entry.get("id") or entry.get(_XML_ID) or f"entry-{line}"
        found = [
            self._term(section, language)
            for language in entry
            if _local(language) in _LANGUAGES
            for section in language
            if _local(section) in _TERMS
        ]
        terms = tuple(_settled([item for item in found if item is not None]))
        notes = dict.fromkeys(_text(note) for note in entry.iter("{*}note"))
        return Concept(name, terms, "\n".join(filter(None, notes)) or None, self.uri, line)

    def _term(self, section: etree._Element, language: etree._Element) -> "_Found | None":
        element = next(section.iter("{*}term"), None)
        line = _line(section if element is None else element)
        text = "" if element is None else _text(element)
        lang = language.get(_XML_LANG) or language.get("lang") or ""
        if not text:
            self._leave_out("empty-term", "The term is empty and left out.", line)
            return None
        if not lang:
            message = f"The language of “{text}” is not given; the term is left out."
            self._leave_out("no-language", message, line)
            return None
        values = dict(_categories(section))
        spelt = next((values[name] for name in CATEGORIES if values.get(name)), "")
        if spelt and status(spelt) is None:
            message = f"The status “{spelt}” is unknown and not used."
            self.notices.setdefault(spelt, Notice(message, self.uri))
        term = Term(text, lang, pos=values.get("partofspeech") or None, line=line)
        return _Found(term, status(spelt))

    def _leave_out(self, kind: str, message: str, line: int) -> None:
        self.faults.append(Fault(kind, message, self.uri, line))


@dataclass(frozen=True, slots=True)
class _Found:
    """A term of an entry, and the status written beside it."""

    term: Term
    status: TermStatus | None


def _settled(found: list[_Found]) -> Iterator[Term]:
    served = {f.term.lang.lower() for f in found if f.status is TermStatus.PREFERRED}
    for item in found:
        term, lang = item.term, item.term.lang.lower()
        first = TermStatus.ADMITTED if lang in served else TermStatus.PREFERRED
        if item.status is None:
            served.add(lang)
        yield Term(term.text, term.lang, item.status or first, pos=term.pos, line=term.line)


def _categories(section: etree._Element) -> Iterator[tuple[str, str]]:
    for element in section.iter("{*}*"):
        # DCA names the category in an attribute, DCT is the element's name.
        yield (element.get("type") or _local(element)).lower(), _text(element)


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname


def _text(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _line(element: etree._Element) -> int:
    return cast("int | None", element.sourceline) or 0
