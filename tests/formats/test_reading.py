"""Issues of formats that are read as prose: offsets and replacements as people see them."""

from editkit.core.document import Document, OtherLanguage
from editkit.core.fix import Safety, Splice
from editkit.core.issue import Issue, Related
from editkit.core.result import DocumentResult, Location, PlacedIssue, RepeatedIssue, SourceFix
from editkit.core.setup import Setup
from editkit.core.span import RawSpan, Span
from editkit.core.taxonomy import Family
from editkit.formats.plain import Plain
from editkit.formats.reading import prose_part, source_splices
from editkit.languages.prose_view import prose_view
from tests.bundle import Bundle, bundle

RAW = "A &amp; B *left*.\n"


def location(start: int, end: int) -> Location:
    return Location(RawSpan(start, end), 1, start + 1, 1, end + 1)


def placed() -> PlacedIssue:
    issue = Issue("x", Span(4, 5), "", Family.STYLE, "c", related=(Related(Span(6, 10), "r"),))
    fix = SourceFix("f", Safety.SAFE, (Splice(RawSpan(8, 9), "C &amp; D"),))
    return PlacedIssue(issue, location(8, 9), (fix,), (location(11, 15),))


def test_offsets_and_replacements_are_those_of_the_prose() -> None:
    [document] = Bundle().parse(bundle(body=RAW), uri="a", lang="en").documents
    repeated = RepeatedIssue(
        placed().issue, placed().location, placed().fixes, placed().related, (placed(), placed())
    )

    shown = prose_part(Bundle(), DocumentResult(document, (placed(), repeated)))

    assert (shown.document.raw, shown.document.text) == ("A & B left.\n", "A & B left.\n")
    [first, second] = shown.issues
    assert (first.location.span, first.location.column) == (RawSpan(4, 5), 9)
    assert first.fixes[0].splices == (Splice(RawSpan(4, 5), "C & D"),)
    assert first.related[0].span == RawSpan(6, 10)
    assert second.places == (first, first)
    assert source_splices(Bundle(), document, first.fixes[0].splices) == placed().fixes[0].splices


def test_other_formats_are_shown_as_they_are() -> None:
    part = DocumentResult(Document.plain("A boat.", lang="en"), ())

    assert prose_part(Plain(), part) is part


def test_checks_do_not_see_other_languages() -> None:
    document = Document.plain("Il est est parti. He left.", lang="en")
    french = OtherLanguage(Span(0, 17), "fr")
    marked = Document(
        document.uri,
        "en",
        document.text,
        document.raw,
        document.source_map,
        document.blocks,
        other_languages=(french,),
    )

    assert prose_view(marked, Setup(lang="en")).text == "\ufffc" * 17 + " He left."
    assert prose_view(document, Setup(lang="en")).text == document.text
