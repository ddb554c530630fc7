"""Alias fixes: replacement of one name by another, with its article and its ending."""

from collections.abc import Iterable, Iterator

from editkit.checks.consistency._term_aliases import replace_term
from editkit.consistency.alias_uses import AliasUse
from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.fix import Edit
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span
from editkit.languages.en.articles import fix_article
from editkit.languages.en.proper_names.initialisms import period_ends_sentence
from editkit.terminology.classify import Occurrence
from editkit.terminology.scan import term_occurrences
from editkit.text import casing
from editkit.text.context import begins_sentence

_THE = "the "
_ARTICLE = lazy_pattern(r"\b[Tt]he\s\Z")
_POSSESSIVE = lazy_pattern(r"(['’])s?(?!\w)")
_WINDOW = 40


def replace_name(context: LintContext, use: AliasUse, name: str) -> Iterable[Edit]:
    """Return the edits that write `name` instead of the name in use, a term or an alias."""
    occurrence = context.get(_consistent_terms).get(use.span)
    if occurrence:
        return replace_term(context.document, occurrence, name)
    return replace_alias(context.document, use, name)


def _consistent_terms(context: LintContext) -> dict[Span, Occurrence]:
    found = context.get(term_occurrences)
    return {each.span: each for each in found if each.entry.concept.consistent}


def replace_alias(document: Document, use: AliasUse, name: str) -> Iterator[Edit]:
    """Yield the edits that write `name`, as the table has it, instead of the name in use."""
    text, span = document.text, use.span
    before = text[max(0, span.start - _WINDOW) : span.start]
    has_article = use.text[: len(_THE)].lower() == _THE or bool(_ARTICLE.search(before))
    bare = name.removeprefix(_THE)
    new = bare
    if name.startswith(_THE) and not has_article:
        new = name
    elif use.text[: len(_THE)].lower() == _THE and name.startswith(_THE):
        new = use.text[: len(_THE)] + bare
    if begins_sentence(document, span.start):
        new = casing.capitalize(new)
    end = span.end
    if use.text.endswith(".") and period_ends_sentence(document, end):
        new += "."
    elif text.startswith(".", end):
        new = new.removesuffix(".")
    if possessive := _POSSESSIVE.match(text, end):
        new += possessive[1] + ("" if new.endswith("s") else "s")
        end = possessive.end()
    if article := fix_article(before, use.text, new):
        distance, right = article
        wrong_length = len("an") if right.lower() == "a" else len("a")
        at = span.start - distance
        yield Edit(Span(at, at + wrong_length), right)
    yield Edit(Span(span.start, end), new)
