"""Term aliases: terms of one glossary concept of which a text uses only one."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from editkit.consistency.alias_uses import AliasUse, TopicUses, in_quotation, is_gloss
from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.fix import Edit
from editkit.core.glossary import Concept, TermStatus
from editkit.terminology.classify import MatchKind, Occurrence
from editkit.terminology.replacement import find_replacement
from editkit.terminology.scan import term_occurrences


def term_alias_uses(context: LintContext) -> tuple[TopicUses, ...]:
    """Return the uses of the terms of each concept that is to be `consistent`.

    Quotations are left out, and terms that the text explains: `the European Union (EU)`.
    """
    by_concept: dict[int, list[Occurrence]] = {}
    for each in context.get(term_occurrences):
        if each.entry.concept.consistent and each.kind.is_correct:
            by_concept.setdefault(id(each.entry.concept), []).append(each)
    return tuple(
        TopicUses(_topic(found[0].entry.concept), tuple(_uses(context, found)))
        for found in by_concept.values()
    )


def _topic(concept: Concept) -> str:
    return f"{concept.uri or ''}:{concept.line}:{concept.id}"


def _uses(context: LintContext, found: list[Occurrence]) -> Iterator[AliasUse]:
    text = context.document.text
    explained: set[int] = set()
    for one, other in pairwise(found):
        if one.entry.term != other.entry.term and is_gloss(text[one.span.end : other.span.start]):
            explained |= {one.span.start, other.span.start}
    for each in found:
        term, concept = each.entry.term, each.entry.concept
        if each.span.start not in explained and not in_quotation(context, each.span):
            rank = concept.terms.index(term)
            yield AliasUse(each.span, each.span.of(text), term.text, term.text, rank)


def replace_term(document: Document, occurrence: Occurrence, name: str) -> tuple[Edit, ...]:
    """Return the edits that write the term `name` of the same concept.

    The term is replaced as a rejected one is, in the same form and with its article.
    """
    entry = occurrence.entry
    rejected = replace(entry.term, status=TermStatus.DEPRECATED)
    preferred = next(term for term in entry.concept.terms if term.text == name)
    terms = (replace(preferred, status=TermStatus.PREFERRED), rejected)
    new_entry = replace(entry, concept=replace(entry.concept, terms=terms), term=rejected)
    found = replace(occurrence, entry=new_entry, kind=MatchKind.REJECTED)
    replacement = find_replacement(document, found)
    return replacement.edits if replacement else ()
