"""Names of WordprocessingML: namespaces, attributes and values."""

from collections.abc import Mapping

WORD = frozenset(
    {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    }
)
MATH = frozenset(
    {
        "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "http://purl.oclc.org/ooxml/officeDocument/math",
    }
)
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_OFF = frozenset({"0", "false", "off"})


def attribute(attributes: Mapping[str, str], name: str) -> str | None:
    """Return the value of an attribute of WordprocessingML; None if there is none."""
    for namespace in WORD:
        if (value := attributes.get(f"{namespace} {name}")) is not None:
            return value
    return attributes.get(name)


def is_on(value: str | None) -> bool:
    """Return whether the value of a switch is on; without a value, it is."""
    return value not in _OFF
