"""Tests of the quick look for spelling variants: it loses none."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editkit.checks import BUILTIN
from editkit.consistency.repeated_runs import may_have_variants
from editkit.consistency.variants import collect_spellings, find_variants
from editkit.core.document import Document
from editkit.text.segmenter import segment

EXAMPLES = [example.text for check in BUILTIN for example in check.rule.examples]
PIECES = [
    *"Open Source open source opensource Off-Track off track Offtrack R&D R & D r d".split(),
    *"BK40 bk 40 αS αs VELOX Velox health care healthcare On on 0n the The in to into".split(),
    *"5km 5 km é É".split(),
    *" |  |\u00a0|-|–|&|, |. |\n|\n\n|\u00ad|’s".split("|"),
]


def document_of(text: str) -> Document:
    return segment(Document.plain(text, lang="en-US"))


def loses_variants(document: Document) -> bool:
    """Return whether the quick look rules out variants that the whole search finds."""
    if may_have_variants(document):
        return False
    pairs = collect_spellings(document).variant_pairs()
    return bool(pairs or list(find_variants(document, pairs)))


@given(st.lists(st.sampled_from(PIECES) | st.just(" "), max_size=14).map("".join))
def test_no_variant_is_lost(text: str) -> None:
    assert not loses_variants(document_of(text))


@given(st.data())
def test_no_variant_of_a_changed_example_is_lost(data: st.DataObject) -> None:
    pieces = re.findall(r"\w+|\W", data.draw(st.sampled_from(EXAMPLES)))
    for _ in range(data.draw(st.integers(0, 6))):
        at = data.draw(st.integers(0, len(pieces)))
        pieces.insert(at, data.draw(st.sampled_from([*pieces, *PIECES])))

    assert not loses_variants(document_of("".join(pieces)))


@pytest.mark.parametrize(
    "text",
    [
        "An Off-Track car.",
        "VELOX met Velox.",
        "Open Source is open source.",
        "Health care is healthcare.",
        "The αs is here.",
    ],
)
def test_texts_that_may_have_variants(text: str) -> None:
    assert may_have_variants(document_of(text))


@pytest.mark.parametrize(
    "text",
    ["The ferry left the old harbor.", "Oakham Motors met Bramley Motors.", ""],
)
def test_texts_without_variants(text: str) -> None:
    assert not may_have_variants(document_of(text))
