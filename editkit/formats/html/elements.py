"""Elements of HTML: which are blocks, and which text is code or is not seen."""

from collections.abc import Mapping

from editkit.core.document import BlockKind

KINDS: Mapping[str, BlockKind] = {
    **dict.fromkeys(
        "address article aside blockquote body caption center details dialog dir div dl fieldset "
        "figcaption figure footer form frameset head header hgroup hr html main menu nav ol "
        "optgroup p search section select summary table tbody tfoot thead tr ul".split(),
        BlockKind.PARAGRAPH,
    ),
    **dict.fromkeys("h1 h2 h3 h4 h5 h6 title".split(), BlockKind.HEADING),
    **dict.fromkeys("li dd dt".split(), BlockKind.ITEM),
    **dict.fromkeys("button legend option td th".split(), BlockKind.CELL),
}
"""The elements that are blocks, and the kind of their text; all others are inline."""
VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source "
    "track wbr".split()
)
"""Elements without content and end tag."""
UNSEEN = frozenset(
    "base col datalist link meta noembed noframes noscript param rp rt script source style "
    "template track".split()
)
"""Elements that are not text on the page; `rt` and `rp` are read apart from their line."""
OBJECTS = frozenset(
    "applet audio canvas code embed iframe img input kbd map math meter object picture plaintext "
    "progress samp svg textarea tt var video".split()
)
"""Elements that are one U+FFFC within a sentence: code, images, forms, formulas."""
CODE_BLOCKS = frozenset("listing pre xmp".split())
"""Blocks whose text is not prose."""
_CELLS = frozenset("td th".split())
_ROWS = _CELLS | {"tr"}
_TABLE_SECTIONS = _ROWS | {"tbody", "thead", "tfoot", "caption", "colgroup"}
_CLOSED_BY: Mapping[str, frozenset[str]] = {
    "li": frozenset({"li"}),
    **dict.fromkeys(("dd", "dt"), frozenset({"dd", "dt"})),
    **dict.fromkeys(_CELLS, _CELLS),
    "tr": _ROWS | {"caption", "colgroup"},
    **dict.fromkeys(("tbody", "thead", "tfoot"), _TABLE_SECTIONS),
    "option": frozenset({"option"}),
    "optgroup": frozenset({"option", "optgroup"}),
    "body": frozenset({"head"}),
    **dict.fromkeys(("rt", "rp"), frozenset({"rt", "rp"})),
}
_PARAGRAPH = frozenset({"p"})
_NOTHING: frozenset[str] = frozenset()
_NO_PARAGRAPH_END = frozenset("button option optgroup select legend".split())

PROSE_ATTRIBUTES = ("alt", "title", "placeholder", "aria-label")
"""Attributes whose values people read."""
DESCRIPTION = "description"
"""The label of the description of a page, `<meta name=description content=…>`."""
PAGE_TITLE = "page title"
"""The label of the element `title`."""


def closed_by(name: str) -> frozenset[str]:
    """Return the names of the open elements that the start tag of `name` ends.

    >>> sorted(closed_by("td")), sorted(closed_by("div")), sorted(closed_by("b"))
    (['p', 'td', 'th'], ['p'], [])
    """
    if name not in KINDS and name not in CODE_BLOCKS:
        return _CLOSED_BY.get(name, _NOTHING)
    paragraph = _NOTHING if name in _NO_PARAGRAPH_END else _PARAGRAPH
    return _CLOSED_BY.get(name, _NOTHING) | paragraph
