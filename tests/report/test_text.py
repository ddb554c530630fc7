"""How the report for people shows what is marked, and its correction."""

from editkit.core.document import Document, Package
from editkit.core.fix import Safety, Splice
from editkit.core.issue import Issue
from editkit.core.result import DocumentResult, FileResult, Place, PlacedIssue, SourceFix
from editkit.core.span import RawSpan, Span
from editkit.core.taxonomy import Family
from editkit.report import text


def corrected(raw: str, words: str, *splices: tuple[str, str]) -> list[str]:
    """Return the lines that show `words` and the correction that replaces what `splices` name."""
    document = Document.plain(raw, lang="en", uri="a.txt")
    at = RawSpan(raw.index(words), raw.index(words) + len(words))
    issue = Issue("r", Span(at.start, at.end), "m", Family.STYLE, "")
    spans = [(raw.index(old), old, new) for old, new in splices]
    made = tuple(Splice(RawSpan(start, start + len(old)), new) for start, old, new in spans)
    one = PlacedIssue(issue, Place(at, 1, 1), (SourceFix("Mend it", Safety.SAFE, made),))
    package = Package("a.txt", "plain", b"", (document,))
    shown = text.render([FileResult("a.txt", package, "", 0, (DocumentResult(document, (one,)),))])
    return [line.strip() for line in "".join(shown).split("\n")[2:4]]


def test_a_correction_is_that_of_the_marked_words() -> None:
    raw = 'He said "a old house", twice.'

    assert corrected(raw, "old house", ("old", "new")) == [
        'He said "a «old house»", twice.',
        "→ new house",
    ]
    assert corrected(raw, "old", ("a old", "an old"))[1] == "→ an old"


def test_a_correction_without_words_stands_between_its_neighbours() -> None:
    assert corrected("now,then", ",", (",", ", ")) == ["now«,»then", "→ now«, »then"]
    assert corrected("One  two.", "  ", ("  ", " ")) == ["One«  »two.", "→ One« »two."]
    assert corrected("One and two.", " and", (" and", ", and"))[1] == "→ One«, and»"
    assert corrected("One or two.", "or ", ("or ", ""))[1] == "→ «»two."


def test_what_cannot_be_seen_is_named_where_it_is_meant() -> None:
    assert corrected("A\u00a0b\u00a0c.", "b\u00a0c", ("b\u00a0c", "b c")) == [
        "A\u00a0«b<U+00A0>c».",
        "→ b c",
    ]


def test_a_correction_of_places_far_apart_is_told_by_its_title() -> None:
    raw = "It’s here, " + "and so on, " * 9 + "but isn't there."

    assert corrected(raw, "’", ("’", "'"), ("n't", "nt"))[1] == "→ Mend it (2 places)"
    assert corrected(raw, "’", ("but isn't", ""))[1] == "→ Mend it"
