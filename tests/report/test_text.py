"""Text report: context and correction of an issue."""

from editkit.core.document import Document, Package
from editkit.core.fix import Safety, Splice
from editkit.core.issue import Issue
from editkit.core.result import DocumentResult, FileResult, Location, PlacedIssue, SourceFix
from editkit.core.span import RawSpan, Span
from editkit.core.taxonomy import Family
from editkit.report import text


def correction_lines(raw: str, words: str, *splices: tuple[str, str]) -> list[str]:
    """Return the report's context and correction lines for an issue at `words`."""
    document = Document.plain(raw, lang="en", uri="a.txt")
    at = RawSpan(raw.index(words), raw.index(words) + len(words))
    issue = Issue("r", Span(at.start, at.end), "m", Family.STYLE, "")
    spans = [(raw.index(old), old, new) for old, new in splices]
    made = tuple(Splice(RawSpan(start, start + len(old)), new) for start, old, new in spans)
    one = PlacedIssue(issue, Location(at, 1, 1, 1, 1), (SourceFix("Mend it", Safety.SAFE, made),))
    package = Package("a.txt", "plain", b"", (document,))
    shown = text.render([FileResult("a.txt", package, "", 0, (DocumentResult(document, (one,)),))])
    return [line.strip() for line in "".join(shown).split("\n")[2:4]]


def test_a_correction_is_that_of_the_marked_words() -> None:
    raw = 'He said "a old house", twice.'

    assert correction_lines(raw, "old house", ("old", "new")) == [
        'He said "a «old house»", twice.',
        "→ new house",
    ]
    assert correction_lines(raw, "old", ("a old", "an old"))[1] == "→ an old"


def test_a_punctuation_fix_is_shown_with_the_words_next_to_it() -> None:
    assert correction_lines("now,then", ",", (",", ", ")) == ["now«,»then", "→ now«, »then"]
    assert correction_lines("One  two.", "  ", ("  ", " ")) == ["One«  »two.", "→ One« »two."]
    assert correction_lines("One and two.", " and", (" and", ", and"))[1] == "→ One«, and»"
    assert correction_lines("One or two.", "or ", ("or ", ""))[1] == "→ (delete)"


def test_invisible_characters_are_named() -> None:
    assert correction_lines("A\u00a0b\u00a0c.", "b\u00a0c", ("b\u00a0c", "b c")) == [
        "A\u00a0«b<U+00A0>c».",
        "→ b c",
    ]


def test_a_fix_of_distant_spans_is_shown_by_its_title() -> None:
    raw = "It’s here, " + "and so on, " * 9 + "but isn't there."

    assert correction_lines(raw, "’", ("’", "'"), ("n't", "nt"))[1] == "→ Mend it (2 places)"
    assert correction_lines(raw, "’", ("but isn't", ""))[1] == "→ Mend it"
