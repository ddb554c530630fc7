"""TBX reader: versions 2 and 3, in DCA and DCT style."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, cast

from lxml import etree

from editkit.core.errors import InputError
from editkit.core.glossary import CasePolicy, Concept, Glossary, Term, TermStatus
from editkit.core.result import Notice
from editkit.termbase.glossary_issue import GlossaryIssue
from editkit.termbase.loaded import LoadedGlossary
from editkit.termbase.status import STATUS_CATEGORIES, parse_status

_MAX_BYTES = 256 * 2**20
_ROOTS = {"martif", "tbx"}
_ENTRIES = ("{*}termEntry", "{*}conceptEntry")
_LANGUAGES = {"langSet", "langSec"}
_TERMS = {"tig", "ntig", "termSec"}
_CASE_CATEGORIES = ("case", "casesensitivity", "casesensitive", "case-sensitive")
_CASE_VALUES = {
    **{policy.value: policy for policy in CasePolicy},
    **dict.fromkeys(("yes", "true", "sensitive"), CasePolicy.EXACT),
    **dict.fromkeys(("no", "false", "insensitive"), CasePolicy.FOLD),
}
"""Values of the case of a term: those of the `case` column, and those of other programs."""
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def read_tbx(data: bytes, *, uri: str) -> LoadedGlossary:
    """Return the glossary in a TBX file; lines are those of the term elements.

    If a language has no preferred term, its first term without a status becomes the
    preferred one and its other ones admitted. Raises InputError if the file is not TBX, is
    malformed, is larger than 256 MiB, or has a DOCTYPE.
    """
    if len(data) > _MAX_BYTES:
        raise InputError("The file is too large for a glossary (over 256 MiB).", uri=uri)
    reader = _Reader(uri)
    try:
        _check_root(data, uri)
        concepts = tuple(reader.concept(entry) for entry in _entries(data))
    except etree.XMLSyntaxError as error:
        raise _malformed(error, uri) from None
    return LoadedGlossary(Glossary(concepts), tuple(reader.notices.values()), tuple(reader.issues))


def _malformed(error: etree.XMLSyntaxError, uri: str) -> InputError:
    reason, line = error.msg or "", error.lineno
    last = cast("Any", error.error_log).last_error  # the stubs know no error log
    if not line and last:
        # For an undefined entity, the exception itself has no details.
        reason, line = last.message, last.line
    reason = reason.split("\n")[0].split(", line ")[0]
    return InputError(f"The file is not well-formed XML: {reason}.", uri=uri, line=line or None)


class _RootFound(Exception):  # noqa: N818  (no error: it ends the parse)
    """The root element has begun; its argument is the tag."""


class _PrologTarget:
    """Parser target that reads up to the start of the root element only."""

    def __init__(self, uri: str) -> None:
        self._uri = uri

    def doctype(self, *_: str | None) -> None:
        message = "The file has a DOCTYPE declaration, which is not read for safety: remove it."
        raise InputError(message, uri=self._uri)

    def start(self, tag: str, _attributes: object) -> None:
        raise _RootFound(tag)

    def close(self) -> None:
        """Do nothing: lxml requires this method."""


def _check_root(data: bytes, uri: str) -> None:
    # A separate parser, because iterparse would read the declarations before reporting them.
    parser = etree.XMLParser(
        target=cast("etree.ParserTarget", _PrologTarget(uri)),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    try:
        etree.fromstring(data, parser)
    except _RootFound as seen:
        root = etree.QName(str(seen)).localname
        if root.lower() not in _ROOTS:
            raise InputError(f"Not TBX: its root element is “{root}”.", uri=uri) from None


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
    """Converts entries to concepts and collects notices and issues."""

    uri: str
    notices: dict[str, Notice] = field(default_factory=dict)
    issues: list[GlossaryIssue] = field(default_factory=list)

    def concept(self, entry: etree._Element) -> Concept:
        line = _line(entry)
        name = entry.get("id") or entry.get(_XML_ID) or f"entry-{line}"
        parsed = [
            self._term(section, language)
            for language in entry
            if _local(language) in _LANGUAGES
            for section in language
            if _local(section) in _TERMS
        ]
        terms = tuple(_with_statuses([item for item in parsed if item is not None]))
        notes = dict.fromkeys(_text(note) for note in entry.iter("{*}note"))
        return Concept(name, terms, "\n".join(filter(None, notes)) or None, self.uri, line)

    def _term(self, section: etree._Element, language: etree._Element) -> "_ParsedTerm | None":
        element = next(section.iter("{*}term"), None)
        line = _line(section if element is None else element)
        text = "" if element is None else _text(element)
        lang = language.get(_XML_LANG) or language.get("lang") or ""
        if not text:
            self._report("empty-term", "The term is empty and ignored.", line)
            return None
        if not lang:
            message = f"The language of “{text}” is not given; the term is ignored."
            self._report("no-language", message, line)
            return None
        values = dict(_categories(section))
        status_text = next((values[name] for name in STATUS_CATEGORIES if values.get(name)), "")
        if status_text and parse_status(status_text) is None:
            message = f"The status “{status_text}” is unknown and not used."
            self.notices.setdefault(status_text, Notice(message, self.uri))
        pos, case = values.get("partofspeech") or None, self._case(values)
        term = Term(text, lang, pos=pos, case=case, line=line)
        return _ParsedTerm(term, parse_status(status_text))

    def _case(self, values: dict[str, str]) -> CasePolicy | None:
        """Return the case policy of a term; None if the spelling of the term decides."""
        value = next((values[name] for name in _CASE_CATEGORIES if values.get(name)), "")
        if value and value.casefold() not in _CASE_VALUES:
            known = "“exact”, “fold” or “enforce”"
            message = f"The case “{value}” is unknown and not used; it can be {known}."
            self.notices.setdefault(f"case {value}", Notice(message, self.uri))
        return _CASE_VALUES.get(value.casefold())

    def _report(self, kind: str, message: str, line: int) -> None:
        self.issues.append(GlossaryIssue(kind, message, self.uri, line))


@dataclass(frozen=True, slots=True)
class _ParsedTerm:
    """A term of an entry with the status given in the file."""

    term: Term
    status: TermStatus | None


def _with_statuses(found: list[_ParsedTerm]) -> Iterator[Term]:
    preferred_langs = {f.term.lang.lower() for f in found if f.status is TermStatus.PREFERRED}
    for item in found:
        term, lang = item.term, item.term.lang.lower()
        default = TermStatus.ADMITTED if lang in preferred_langs else TermStatus.PREFERRED
        if item.status is None:
            preferred_langs.add(lang)
        yield replace(term, status=item.status or default)


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
