"""The view of a document with the code in its prose hidden."""

from hypothesis import given
from hypothesis import strategies as st

from editkit.core.document import Document
from editkit.core.fix import Edit, Fix
from editkit.core.glossary import Concept, Glossary, Term
from editkit.core.issue import Issue
from editkit.core.setup import Setup
from editkit.core.span import Span
from editkit.core.taxonomy import Family
from editkit.formats.markdown.format import Markdown
from editkit.languages.prose_view import code_of, prose_view
from editkit.text.characters import OBJECT_REPLACEMENT as HIDDEN
from tests.code_shapes import identifiers, prose

SETUP = Setup()


def markdown(source: str) -> Document:
    return Markdown().parse(source.encode(), uri="a.md", lang="en-US").documents[0]


def test_code_is_hidden_at_its_place() -> None:
    document = Document.plain("See a_b, then c.py.", lang="en-US")

    assert prose_view(document, SETUP).text == f"See {HIDDEN * 3}, then {HIDDEN * 4}."


def test_code_spans_show_that_a_quotation_is_code() -> None:
    view = prose_view(markdown("Set `it`: the value “two words”."), SETUP)

    assert view.text == f"Set {HIDDEN}: the value “{HIDDEN * 9}”."
    assert "two words" in prose_view(markdown("Set it: the value “two words”."), SETUP).text


def test_a_document_without_code_stays_as_it_is() -> None:
    document = Document.plain("See it, and/or iPhone.", lang="en-US")

    assert prose_view(document, SETUP) is document


def test_names_of_a_glossary_are_not_hidden() -> None:
    concepts = (Concept("1", (Term("Vue.js"),)), Concept("2", (Term("Get User Name"),)))
    document = Document.plain("vue.js, getUserName, x.py", lang="en-US")
    view = prose_view(document, Setup(Glossary(concepts)))

    assert view.text == f"vue.js, getUserName, {HIDDEN * 4}"


def test_words_of_code_spans_fences_and_addresses_are_known() -> None:
    document = markdown(
        "Run `nextafter` of [it](http://zipkin.io#x).\n\n```\nlet hotplug\n```\n\n"
        "<h4 id='anchorr'>One</h4>\n\n[A](#linkk) in a_confx, and more prose\n"
    )
    words = code_of(document, SETUP).words

    assert {"nextafter", "zipkin", "hotplug", "confx"} <= words
    assert words.isdisjoint({"run", "prose", "linkk", "anchorr"})


def test_a_technical_document_has_code_and_not_only_addresses() -> None:
    def is_technical(source: str) -> bool:
        return code_of(markdown(source), SETUP).is_technical

    assert is_technical("`a`, `b` and c_d")
    assert not is_technical("http://a.de, b@c.de and www.d.de")


def test_issues_about_code_are_dropped() -> None:
    document = Document.plain("See a_b, then", lang="en-US")
    code = code_of(document, SETUP)

    def issue(span: Span, *edits: Span) -> Issue:
        fixes = (Fix("Do it", tuple(Edit(edit, "x") for edit in edits)),) if edits else ()
        return Issue("r", span, "m", Family.GRAMMAR, "c", fixes=fixes)

    kept = [issue(Span(0, 3)), issue(Span(7, 8)), issue(Span(3, 4), Span(9, 13))]
    dropped = [issue(Span(0, 8)), issue(Span(5, 6)), issue(Span(0, 3), Span(4, 7))]

    assert list(code.without_issues([*kept, *dropped])) == kept


@given(st.lists(st.tuples(prose, identifiers), max_size=4))
def test_the_view_maps_to_the_same_source(pieces: list[tuple[str, str]]) -> None:
    source = "".join(f"{before} **{code}** &amp;\r\n" for before, code in pieces)
    document = markdown(source)
    view = prose_view(document, SETUP)

    assert len(view.text) == len(document.text)
    for at, char in enumerate(view.text):
        span = Span(at, at + 1)
        if char == HIDDEN:
            assert not view.source_map.verbatim_chunk(span)
        else:
            assert char == document.text[at]
            assert view.source_map.locate(span) == document.source_map.locate(span)
