"""Glossaries in TBX."""

import pytest

from editkit.core.errors import InputError
from editkit.core.glossary import CasePolicy, Concept, TermStatus
from editkit.termbase.loaded import LoadedGlossary
from editkit.termbase.tbx import read_tbx

V2_TIG = """<?xml version="1.0" encoding="utf-8"?>
<martif type="TBX" xml:lang="en">
  <martifHeader><fileDesc><sourceDesc><p>made for a test</p></sourceDesc></fileDesc></martifHeader>
  <text><body>
    <termEntry id="rope-1">
      <!-- to do --><?and done?><note>for   the <hi>mountain</hi> pages</note>
      <langSet xml:lang="en-GB">
        <tig>
          <term>aerial <!-- sic -->
            tramway</term>
          <termNote type="partOfSpeech">noun</termNote>
          <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
        </tig>
        <tig>
          <term>cable car</term>
          <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>
        </tig>
      </langSet>
      <langSet xml:lang="fr"><tig><term>téléphérique</term></tig></langSet>
    </termEntry>
  </body></text>
</martif>
"""
V2_NTIG = """<martif type="TBX-Basic" xml:lang="en-US"><text><body>
<termEntry id="17_42">
<langSet xml:lang="en-US">
<descripGrp><descrip type="definition">A car on a rope.</descrip></descripGrp>
<ntig><termGrp>
<term id="17_42_1">tramway</term>
<termNote type="partOfSpeech">Noun</termNote>
</termGrp></ntig>
<ntig><termGrp>
<term>lift</term>
<termNoteGrp><termNote type="normativeAuthorization">supersededTerm</termNote></termNoteGrp>
</termGrp></ntig>
</langSet>
</termEntry>
</body></text></martif>
"""
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


def parsed(text: str) -> LoadedGlossary:
    return read_tbx(text.encode(), uri="g.tbx")


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


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 20))
XXE = '<!DOCTYPE martif [<!ENTITY x SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    "prolog",
    [
        XXE,
        f'<!DOCTYPE martif [<!ENTITY l0 "ha">{LAUGHS}<!ENTITY x "&l19;">]>',
        '<!DOCTYPE martif SYSTEM "http://localhost:9/x.dtd" [<!ENTITY x "y">]>',
        '<!-- first --><?and then?><!DOCTYPE martif SYSTEM "x.dtd">',
        '<!DOCTYPE martif [<!ENTITY % p SYSTEM "http://localhost:9/x.dtd">%p;]>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_doctype_is_refused(prolog: str, encoding: str) -> None:
    hostile = prolog + V2_NTIG.replace("A car", "&x;").replace("17_42_1", "&x;")

    with pytest.raises(InputError, match="DOCTYPE") as caught:
        read_tbx(hostile.encode(encoding), uri="g.tbx")

    assert caught.value.uri == "g.tbx"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "not well-formed XML"),
        ("term,note\n", 1, "not well-formed XML"),
        (V2_TIG[:-20], 21, "not well-formed XML"),
        (V2_TIG.replace("</tig>", "</term>", 1), 13, "not well-formed XML"),
        (V2_TIG.replace("cable car", "&x;"), 15, "“x”|'x' not defined"),
        ("<html/>", None, "its root element is “html”"),
        ("<martif>" + "<p>" * 5000 + "</p>" * 5000 + "</martif>", 1, "not well-formed XML"),
    ],
)
def test_other_files_are_refused(text: str, line: int | None, words: str) -> None:
    with pytest.raises(InputError, match=words) as caught:
        parsed(text)

    assert (caught.value.uri, caught.value.line) == ("g.tbx", line)
    assert "\n" not in caught.value.message


def test_a_line_is_right_in_a_long_file() -> None:
    loaded = parsed(V2_TIG.replace("<text>", "<text>" + "\n" * 70_000))

    assert loaded.glossary.concepts[0].terms[-1].line == 70_019


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
