"""Helpers shared by the checks of the term family."""

from collections.abc import Iterator
from dataclasses import replace

from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.core.rule import Option
from editkit.core.taxonomy import Confidence
from editkit.terminology.classify import Occurrence
from editkit.terminology.safety import is_in_work_title, is_protected
from editkit.terminology.scan import term_occurrences
from editkit.terminology.term_context import is_mentioned

PROTECT_QUOTATIONS = Option(
    "protect-quotations",
    False,  # noqa: FBT003  (the default)
    "never fix automatically between quotation marks and in lines that begin with `>`",
)


class TermCheck(Check):
    """A check of the occurrences of glossary terms."""

    def can_report(self, context: LintContext) -> bool:
        """Return whether the document has an occurrence of a term."""
        return bool(context.get(term_occurrences))


def wrong_occurrences(check: Check, context: LintContext) -> Iterator[Occurrence]:
    """Yield the occurrences that differ from the glossary: variants, typos, rejected terms.

    An occurrence in the title of a work, one that is mentioned as a word, or one in a quotation
    that the option `protect-quotations` protects, is marked as ambiguous, so that its fix is a
    `review` fix.
    """
    protect = check.option(PROTECT_QUOTATIONS.name, bool)
    for found in context.get(term_occurrences):
        if not found.kind.is_correct:
            is_doubtful = (
                is_protected(context.document, found.span, protect_quotations=protect)
                or is_in_work_title(context, found.span, found.entry.form.text)
                or is_mentioned(context.document, found.span)
            )
            yield replace(found, ambiguous=True) if is_doubtful else found


def confidence(occurrence: Occurrence) -> Confidence:
    """Return medium confidence for an ambiguous occurrence, high for any other."""
    return Confidence.MEDIUM if occurrence.ambiguous else Confidence.HIGH
