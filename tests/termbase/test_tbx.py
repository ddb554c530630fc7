"""Glossaries in TBX."""

import pytest

from editkit.core.glossary import CasePolicy, Concept, TermStatus
from editkit.termbase.tbx import read_tbx
from tests.termbase.tbx_files import V2_NTIG, V2_TIG, parsed

V3_DCA = """<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
<text><body>
<conceptEntry id="c1">
<note>about ropes</note>
<langSec xml:lang="en">
<termSec>
<term>tramway</term>
<termNote type="partOfSpeech">noun</termNote>
<termNote type="administrativeStatus">admittedTerm-admn-sts</termNote>
<note>short</note>
</termSec>
<termSec>
<term>aerial tramway</term>
</termSec>
</langSec>
<langSec xml:lang="zh"><termSec><term>缆车</term></termSec></langSec>
</conceptEntry>
</body></text></tbx>
"""


V3_DCT = """<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
 xmlns:min="http://www.tbxinfo.net/ns/min"><text><body>
<conceptEntry id="c1">
<note>about ropes</note>
<langSec xml:lang="en">
<termSec>
<term>tramway</term>
<min:partOfSpeech>noun</min:partOfSpeech>
<min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus>
<note>short</note>
</termSec>
<termSec>
<term>aerial tramway</term>
</termSec>
</langSec>
<langSec xml:lang="zh"><termSec><term>缆车</term></termSec></langSec>
</conceptEntry>
</body></text></tbx>
"""


def shown(concept: Concept) -> list[tuple[str, str, str, str | None, int]]:
    return [(t.text, t.lang, t.status.name, t.pos, t.line) for t in concept.terms]


def section(*terms: tuple[str, str]) -> str:
    made = "".join(
        f'<tig><term>{text}</term><termNote type="administrativeStatus">{status}</termNote></tig>'
        for text, status in terms
    )
    body = f'<termEntry><langSet xml:lang="en">{made}</langSet></termEntry>'
    return f"<martif><text><body>{body}</body></text></martif>"


def test_version_2_with_tig() -> None:
    (concept,) = parsed(V2_TIG).glossary.concepts

    assert shown(concept) == [
        ("aerial tramway", "en-GB", "PREFERRED", "noun", 9),
        ("cable car", "en-GB", "DEPRECATED", None, 15),
        ("téléphérique", "fr", "PREFERRED", None, 19),
    ]
    assert (concept.id, concept.uri, concept.line) == ("rope-1", "g.tbx", 5)
    assert concept.note == "for the mountain pages"


def test_version_2_with_ntig() -> None:
    (concept,) = parsed(V2_NTIG).glossary.concepts

    assert shown(concept) == [
        ("tramway", "en-US", "PREFERRED", "Noun", 6),
        ("lift", "en-US", "SUPERSEDED", None, 10),
    ]


@pytest.mark.parametrize(("text", "first"), [(V3_DCA, 3), (V3_DCT, 3)])
def test_version_3_in_both_styles(text: str, first: int) -> None:
    (concept,) = parsed(text).glossary.concepts

    assert shown(concept) == [
        ("tramway", "en", "ADMITTED", "noun", first + 4),
        ("aerial tramway", "en", "PREFERRED", None, first + 10),
        ("缆车", "zh", "PREFERRED", None, first + 13),
    ]
    assert (concept.id, concept.note) == ("c1", "about ropes\nshort")


def test_a_file_may_be_utf_16() -> None:
    text = V2_TIG.replace("utf-8", "utf-16")

    assert read_tbx(text.encode("utf-16"), uri="g.tbx").glossary == parsed(V2_TIG).glossary


@pytest.mark.parametrize(
    ("spelt", "status"),
    [
        ("preferred", TermStatus.PREFERRED),
        ("standardizedTerm", TermStatus.PREFERRED),
        ("Admitted Term", TermStatus.ADMITTED),
        ("deprecated", TermStatus.DEPRECATED),
        ("forbidden", TermStatus.DEPRECATED),
        ("notRecommended", TermStatus.DEPRECATED),
        ("not-recommended", TermStatus.DEPRECATED),
        ("supersededTerm-admn-sts", TermStatus.SUPERSEDED),
        ("obsolete", TermStatus.SUPERSEDED),
    ],
)
def test_a_status_is_known_in_its_spellings(spelt: str, status: TermStatus) -> None:
    loaded = parsed(section(("a", spelt)))

    assert loaded.glossary.concepts[0].terms[0].status is status
    assert not loaded.notices


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (["", "", ""], ["PREFERRED", "ADMITTED", "ADMITTED"]),
        (["", "preferred"], ["ADMITTED", "PREFERRED"]),
        (["forbidden", "", ""], ["DEPRECATED", "PREFERRED", "ADMITTED"]),
        (["forbidden"], ["DEPRECATED"]),
    ],
)
def test_the_first_term_without_a_status_is_preferred_if_no_other_is(
    written: list[str], meant: list[str]
) -> None:
    (concept,) = parsed(
        section(*((f"t{at}", s) for at, s in enumerate(written)))
    ).glossary.concepts

    assert [term.status.name for term in concept.terms] == meant


def test_an_unknown_status_is_named_once() -> None:
    loaded = parsed(section(("a", "shiny"), ("b", "shiny")))

    assert ["“shiny”" in notice.message for notice in loaded.notices] == [True]
    assert [t.status.name for t in loaded.glossary.concepts[0].terms] == ["PREFERRED", "ADMITTED"]


def test_a_term_without_text_or_language_is_skipped_with_an_issue() -> None:
    loaded = parsed(
        '<martif><text><body><termEntry><langSet xml:lang="en">\n<tig><term> </term></tig>\n<tig/>'
        "</langSet>\n<langSet><tig><term>a</term></tig></langSet></termEntry></body></text></martif>"
    )

    assert loaded.glossary.concepts[0].terms == ()
    assert [(issue.kind, issue.line) for issue in loaded.issues] == [
        ("empty-term", 2),
        ("empty-term", 3),
        ("no-language", 4),
    ]


@pytest.mark.parametrize(
    ("category", "value", "case"),
    [
        ("case", "exact", CasePolicy.EXACT),
        ("case", "Enforce", CasePolicy.ENFORCE),
        ("caseSensitive", "yes", CasePolicy.EXACT),
        ("caseSensitivity", "no", CasePolicy.FOLD),
        ("case", "", None),
    ],
)
def test_the_case_of_a_term_is_read(category: str, value: str, case: CasePolicy | None) -> None:
    note = f'<termNote type="{category}">{value}</termNote>'
    text = section(("Excel", "preferredTerm-admn-sts")).replace("</tig>", f"{note}</tig>")

    [term] = parsed(text).glossary.concepts[0].terms

    assert term.case is case
    assert parsed(text).notices == ()


def test_an_unknown_case_is_a_notice() -> None:
    note = '<termNote type="case">loud</termNote>'
    text = section(("Excel", "preferredTerm-admn-sts")).replace("</tig>", f"{note}</tig>")

    [notice] = parsed(text).notices

    assert "The case “loud” is unknown" in notice.message
