"""Open forms of hyphenated glossary terms: whether they are the term or ordinary words."""

from editkit.core.lazy_pattern import lazy_pattern
from editkit.languages.base import OpenForm
from editkit.terminology.matcher import TermEntry
from editkit.text import casing
from editkit.text.characters import HYPHENS
from editkit.text.context import MatchContext

_HYPHEN = lazy_pattern(f"[{HYPHENS}]")


def open_form(entry: TermEntry, context: MatchContext) -> OpenForm:
    """Return what a match without hyphens is, of a term that has one or should have one.

    A match of any other term, or of a name, is a compound.
    """
    expected = _hyphenated(entry)
    if expected is None or casing.has_capital(expected) or _HYPHEN.search(context.text):
        return OpenForm.COMPOUND
    if not any(char.isspace() for char in context.text):
        return _solid_form(expected, entry, context)
    return entry.language.open_form(expected, context.nearby_before, context.nearby_after)


def _solid_form(expected: str, entry: TermEntry, context: MatchContext) -> OpenForm:
    """Return whether a rejected solid form may be a phrase: `in realtime`, `please followup`."""
    if "-" not in expected or entry.term.status.usable:
        return OpenForm.COMPOUND
    form = entry.language.open_form(expected, context.nearby_before, context.nearby_after)
    return OpenForm.UNSURE if form is OpenForm.PHRASE else OpenForm.COMPOUND


def _hyphenated(entry: TermEntry) -> str | None:
    """Return the form that the glossary has with a hyphen, None if there is none."""
    if entry.term.status.usable:
        return entry.form.text if _is_one_compound(entry.form.text) else None
    for term in entry.concept.terms:
        if not term.status.usable or not _is_one_compound(term.text):
            continue
        if _HYPHEN.sub(" ", term.text) == entry.term.text:
            return "-".join(entry.form.text.split())
        if _HYPHEN.sub("", term.text) == entry.form.text:
            return term.text
    return None


def _is_one_compound(text: str) -> bool:
    """Return whether a term is hyphenated as a whole: no word follows that it modifies."""
    return bool(_HYPHEN.search(text)) and " " not in text
