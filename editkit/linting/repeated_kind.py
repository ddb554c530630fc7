"""Kinds of issues: which issues of a document are one error that it repeats."""

from collections.abc import Iterable, Iterator
from unicodedata import normalize

from editkit.core.document import Document
from editkit.core.fix import Edit, Splice
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.result import PlacedIssue, SourceFix
from editkit.core.span import Span
from editkit.linting.fingerprint import fold_case
from editkit.text.trim_edit import LETTER, trim_edit

Kind = tuple[object, ...]

_QUOTED = lazy_pattern(r"“.*?”+|\d+")
_BOUNDARY = lazy_pattern(r"[\s\u2010-\u2015-]")


def kind_of(document: Document, placed: PlacedIssue) -> Kind:
    """Return what an issue has in common with those that repeat it.

    Their messages only quote different characters or words, such as the noun after a compound.
    Unless they edit marks and spaces, they are about the same words and replace them equally,
    except for case.
    """
    issue, raw = placed.issue, document.raw
    common = (
        issue.rule,
        issue.engine,
        issue.family,
        issue.category,
        issue.severity,
        issue.confidence,
        issue.concept,
        issue.also,
        tuple(fix.safety for fix in placed.fixes),
    )
    message = fold_case(_QUOTED.sub("“”", issue.message))
    if _is_about_marks(raw, placed):
        return (*common, message)
    words = fold_case(placed.location.span.of(raw))
    changes = tuple(_folded(old, new) for old, new in _pairs(raw, placed.fixes))
    return (*common, message, words, changes)


def replacements(document: Document, placed: PlacedIssue) -> dict[str, str]:
    """Return what the best fix of an issue replaces, and by what."""
    return dict(_pairs(document.raw, placed.fixes[:1]))


def _is_about_marks(raw: str, placed: PlacedIssue) -> bool:
    """Return whether an issue is about punctuation, spaces or forms of characters, not words."""
    splices = [splice for fix in placed.fixes for splice in fix.splices]
    if not splices:
        return not any(map(str.isalnum, placed.location.span.of(raw)))
    return not any(_changes_words(raw, splice) for splice in splices)


def _changes_words(raw: str, splice: Splice) -> bool:
    """Return whether a splice changes letters or digits, or joins or splits words."""
    old, new = splice.span.of(raw), splice.text
    if (plain := normalize("NFKC", old)) != old and plain.strip() == new.strip():
        return False  # such as full-width letters
    edit = Edit(Span(splice.span.start, splice.span.end), new)
    changed = trim_edit(raw, edit, LETTER)
    kept_before, kept_after = changed.start - edit.span.start, edit.span.end - changed.end
    marks = changed.of(raw) + new[kept_before : len(new) - kept_after]
    if any(map(str.isalnum, marks)):
        return True
    before, after = (
        raw[max(changed.start - 1, 0) : changed.start],
        raw[changed.end : changed.end + 1],
    )
    return before.isalpha() and after.isalpha() and _BOUNDARY.search(marks) is not None


def _pairs(raw: str, fixes: Iterable[SourceFix]) -> Iterator[tuple[str, str]]:
    for fix in fixes:
        for splice in fix.splices:
            yield splice.span.of(raw), splice.text


def _folded(old: str, new: str) -> tuple[str, str]:
    """Return a replacement regardless of case, unless it only changes the case."""
    folded = fold_case(old), fold_case(new)
    return (folded[0], new) if folded[0] == folded[1] else folded
