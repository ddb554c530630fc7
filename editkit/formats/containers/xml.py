"""XML events with offsets in the bytes, without entities, document types or network."""

import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from xml.parsers import expat

from editkit.core.errors import InputError
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.storage.encodings import codec_of, known_encoding

_DECLARATION = lazy_pattern(
    rb"""\A(?:\xef\xbb\xbf)?<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']"""
)
_TAG = lazy_pattern(rb"""<[^\s/>]+(?:\s+[^\s=>]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*/?>""")
_REFERENCE = lazy_pattern(rb"&(?:#x([0-9A-Fa-f]{1,6})|#([0-9]{1,7})|(\w+));")
_NAMED = {b"amp": "&", b"lt": "<", b"gt": ">", b"quot": '"', b"apos": "'"}
_UTF16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_ILLEGAL = lazy_pattern("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
SEPARATOR = " "

Start = Callable[[str, Mapping[str, str], int], None]
"""Called with the name (namespace, blank, local name), the attributes and the offset of a tag."""
End = Callable[[str, int], None]
"""Called with the name and the offset of an end tag; of an empty element, that of its end."""


@dataclass(frozen=True, slots=True)
class XmlText:
    """The text of an XML file in UTF-8, and the codec to write it with."""

    data: bytes
    codec: str = "utf-8"

    @classmethod
    def decode(cls, data: bytes, name: str, uri: str) -> "XmlText":
        """Return the text of a file in the encoding that it declares, or raise InputError."""
        if data[:2] in _UTF16:
            codec = _UTF16[data[:2]]
        else:
            declared = _DECLARATION.match(data)
            label = declared[1].decode("ascii") if declared else "UTF-8"
            if (known := known_encoding(label)) is None:  # Python has codecs of quadratic time
                raise InputError(f"Its part {name} is in {label}, which is not read.", uri=uri)
            codec = codec_of(known)
        try:
            if codec == "utf-8":
                data.decode("utf-8")
                return cls(data)
            text = data.decode(codec)
            if text.encode(codec) != data:
                raise InputError(f"Its part {name} is in {codec} that would change.", uri=uri)
            return cls(text.encode(), codec)
        except UnicodeError as error:
            raise InputError(f"Its part {name} is not in {codec}, as it says.", uri=uri) from error

    def encode(self, changed: bytes) -> bytes:
        """Return a changed text in the encoding of the file."""
        return changed if self.codec == "utf-8" else changed.decode().encode(self.codec)


def parse_events(xml: XmlText, name: str, uri: str, *, start: Start, end: End) -> None:
    """Call `start` and `end` for the elements of a file in order.

    Raises InputError if it is not well-formed or has a document type.
    """
    parser = expat.ParserCreate("utf-8", SEPARATOR)

    def refuse(*_: object) -> None:
        raise InputError(f"Its part {name} has a document type, which is not read.", uri=uri)

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = lambda tag, attributes: start(
        tag, attributes, parser.CurrentByteIndex
    )
    parser.EndElementHandler = lambda tag: end(tag, parser.CurrentByteIndex)
    try:
        parser.Parse(xml.data, True)  # noqa: FBT003  (the last piece)
    except expat.ExpatError as error:
        message = f"Its part {name} is not well-formed XML: {expat.ErrorString(error.code)}."
        raise InputError(message, uri=uri, line=error.lineno) from error


def tag_end(data: bytes, start: int) -> int:
    """Return the offset after the start tag at `start`."""
    found = _TAG.match(data, start)
    return found.end() if found else data.index(b">", start) + 1


def is_empty_element(data: bytes, start: int) -> bool:
    """Return whether the tag at `start` is that of an element without content."""
    return data.endswith(b"/>", start, tag_end(data, start))


def element_end(data: bytes, start: int, at: int) -> int:
    """Return the end of the element at `start`, whose end event came at `at`."""
    return tag_end(data, start if is_empty_element(data, start) else at)


def with_end_tag(data: bytes) -> bytes:
    """Return a file whose root has an end tag, also if it was an element without content."""
    if b"</" in data:
        return data
    at = data.rindex(b"/>")
    name = data[data.rindex(b"<", 0, at) + 1 : at].split()[0]
    return data[:at] + b"></" + name + b">" + data[at + 2 :]


def prefix_at(data: bytes, start: int) -> bytes:
    """Return the prefix of the name in the tag at `start`, with its colon."""
    found = re.compile(rb"</?((?:[^\s/>:]+:)?)").match(data, start)
    return found[1] if found else b""


def decoded_characters(content: bytes) -> tuple[str, list[int]] | None:
    """Return the text of an element without children, and the offset of each character.

    The last offset is the length. Returns None if the content is not only text.
    """
    if b"<" in content:
        return None
    chars: list[str] = []
    offsets: list[int] = []
    at = 0
    for found in [*_REFERENCE.finditer(content), None]:
        stop = found.start() if found else len(content)
        for char in content[at:stop].decode():
            chars.append(char)
            offsets.append(at)
            at += len(char.encode())
        if found:
            if (referred := _character(found)) is None:
                return None
            chars.append(referred)
            offsets.append(stop)
            at = found.end()
    return "".join(chars), [*offsets, len(content)]


def _character(found: re.Match[bytes]) -> str | None:
    if found[3]:
        return _NAMED.get(found[3])
    number = int(found[1], 16) if found[1] else int(found[2])
    char = chr(number) if number <= sys.maxunicode else "\0"
    return char if is_xml_text(char) else None


def escape(text: str) -> bytes:
    """Return text as the content of an element."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").encode()


def escape_attribute(text: str) -> bytes:
    """Return text as the value of an attribute in double quotes."""
    return escape(text).replace(b'"', b"&quot;").replace(b"\n", b"&#10;").replace(b"\t", b"&#9;")


def is_xml_text(text: str) -> bool:
    """Return whether XML can have all characters of a text."""
    return _ILLEGAL.search(text) is None
