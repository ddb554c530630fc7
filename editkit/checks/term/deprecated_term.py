"""deprecated-term: a term that the glossary rejects."""

from collections.abc import Iterator

from editkit.checks.term._occurrences import PROTECT_QUOTATIONS, TermCheck, wrong_occurrences
from editkit.core.context import LintContext
from editkit.core.glossary import Concept, Glossary, Term, TermStatus
from editkit.core.issue import Issue
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.terminology.fixes import concept_ref, replacement_fixes
from editkit.terminology.replacement import find_replacement

_REJECTED = TermStatus.DEPRECATED
_GLOSSARY = Glossary(
    (
        Concept("1", (Term("data center"), Term("data centre", status=_REJECTED))),
        Concept("2", (Term("pandemic"), Term("epidemic", status=_REJECTED))),
        Concept("3", (Term("Harbour Motor"), Term("Harbour Motors", status=_REJECTED))),
        Concept("4", (Term("Harbour Lines"), Term("Lines", status=_REJECTED))),
        Concept("5", (Term("electric vehicle"), Term("EV", status=_REJECTED))),
        Concept("6", (Term("Old Town Games"), Term("Town Games 2022", status=_REJECTED))),
        Concept("7", (Term("export"), Term("brought to foreign lands", status=_REJECTED))),
        Concept("8", (Term("own make"), Term("self-make", status=_REJECTED))),
    )
)


class DeprecatedTerm(TermCheck):
    """Flags terms that the glossary rejects and offers the preferred ones."""

    rule = Rule(
        id="deprecated-term",
        title="Forbidden term",
        family=Family.TERM,
        summary="Term that the glossary forbids",
        rationale=(
            "Machine translation picks a different synonym in every sentence. Readers take "
            "two names for two things; the glossary says which one to use. The fix adapts "
            "the number, the possessive, the letter case and the article before the term. "
            "The tense of a phrase that begins with a verb is adapted too. An article "
            "before `own` becomes `its`, for review."
        ),
        category="terminology/inconsistent-with-terminology-resource",
        severity=Severity.MAJOR,
        examples=(
            Example(
                "The fair was canceled because of the epidemic.",
                flagged=("epidemic",),
                fixed="The fair was canceled because of the pandemic.",
                in_manual=True,
            ),
            Example(
                "Data centre rent fell, so two data centres stand empty.",
                flagged=("Data centre", "data centres"),
                fixed="Data center rent fell, so two data centers stand empty.",
            ),
            Example(
                "It was an epidemic; they called it an “epidemic”.",
                flagged=("epidemic", "epidemic"),
                fixed="It was a pandemic; they called it a “pandemic”.",
            ),
            Example(
                "Harbour Motors’ plant is next to Harbour Motors's office.",
                flagged=("Harbour Motors", "Harbour Motors"),
                fixed="Harbour Motor’s plant is next to Harbour Motor's office.",
            ),
            Example(
                "AN EV IS NO CAR\nAn EV hums.",
                flagged=("EV", "EV"),
                fixed="AN ELECTRIC VEHICLE IS NO CAR\nAn electric vehicle hums.",
            ),
            Example(
                "The Old Town Games 2022 ended.",
                flagged=("Town Games 2022",),
                fixed="The Old Town Games ended.",
            ),
            Example(
                "Boats were brought to foreign lands.",
                flagged=("brought to foreign lands",),
                fixed="Boats were exported.",
            ),
            Example(
                "It sells the self-make and Suhe's self-make.",
                flagged=("self-make", "self-make"),
                fixed="It sells its own make and Suhe's own make.",
            ),
            Example("Harbour Lines has a data center. The metadata centred on rent."),
            Example("Read epidemic.txt at https://example.org/epidemic, says @epidemic."),
        ),
        options=(PROTECT_QUOTATIONS,),
        glossary=_GLOSSARY,
    )

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield an issue for each rejected term."""
        document = context.document
        for found in wrong_occurrences(self, context):
            if not found.kind.is_rejected:
                continue
            ref, correction = concept_ref(document, found), find_replacement(document, found)
            words = found.span.of(document.text)
            message = f"Forbidden term: “{words}”."
            if correction is not None:
                message = f"Forbidden term. Use “{correction.text}”."
            confidence = found.entry.concept.confidence or Confidence.HIGH
            fixes = replacement_fixes(document, found)
            yield self.issue(found.span, message, *fixes, confidence=confidence, concept=ref)
