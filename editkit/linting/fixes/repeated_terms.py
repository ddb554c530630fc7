"""Term fixes that repeat a term: `factories and mills` would become `plants and plants`.

The glossary is right about each of them, but no one writes the result. An editor decides.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from editkit.config.settings import PACK_RULE
from editkit.core.document import Document
from editkit.core.fix import Safety, Splice
from editkit.core.language import matches
from editkit.core.result import PlacedIssue
from editkit.core.span import RawSpan
from editkit.core.splices import apply_splices, have_overlap
from editkit.languages.en.seams import repeated_terms

_WINDOW = 80
"""Code points around a fix in which terms are compared."""
_REJECTED = frozenset({"deprecated-term", PACK_RULE})
"""Rules that replace a term with another one; the others correct its spelling."""
_MAX_GAP = 20
"""Code points between two terms that are coordinated: `, and another `."""


def review_repeated_terms(
    document: Document, placed: Sequence[PlacedIssue]
) -> Sequence[PlacedIssue]:
    """Return the issues; those of terms that would be repeated have no safe fix."""
    if not matches("en", document.lang):
        return placed
    raw = document.raw
    terms = {
        at: splices for at, issue in enumerate(placed) if (splices := _safe_splices(raw, issue))
    }
    repeating = {at for at, splices in terms.items() if _repeats(raw, splices)}
    for at, after in pairwise(terms):
        gap = placed[after].location.span.start - placed[at].location.span.end
        if 0 <= gap <= _MAX_GAP and _repeats(raw, terms[at] + terms[after]):
            repeating |= {at, after}
    return [_for_review(issue) if at in repeating else issue for at, issue in enumerate(placed)]


def _repeats(raw: str, splices: Sequence[Splice]) -> bool:
    """Return whether splices near each other repeat a term."""
    splices = sorted(splices, key=lambda splice: splice.span)
    if have_overlap(splices):
        return False
    start = max(0, splices[0].span.start - _WINDOW)
    window = RawSpan(start, min(len(raw), splices[-1].span.end + _WINDOW))
    return repeated_terms(apply_splices(raw, splices, window)) > repeated_terms(window.of(raw))


def _safe_splices(raw: str, issue: PlacedIssue) -> tuple[Splice, ...]:
    """Return the splices that `fix` would make for a rejected term, if they change letters."""
    if issue.issue.rule not in _REJECTED:
        return ()
    splices = next((fix.splices for fix in issue.fixes if fix.safety is Safety.SAFE), ())
    is_respelling = all(
        _letters(splice.span.of(raw)) == _letters(splice.text) for splice in splices
    )
    return () if is_respelling else splices


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _for_review(issue: PlacedIssue) -> PlacedIssue:
    fixes = tuple(replace(fix, safety=Safety.REVIEW) for fix in issue.fixes)
    return replace(issue, fixes=fixes)
