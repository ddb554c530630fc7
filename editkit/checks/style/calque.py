"""calque: a phrase translated word for word, as listed in a style pack."""

from collections.abc import Iterator
from dataclasses import replace

from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.fix import Safety
from editkit.core.glossary import Concept, Glossary, Term, TermStatus
from editkit.core.issue import Issue
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.languages.en.relative_clauses import ends_in_relative_that
from editkit.terminology.classify import Occurrence
from editkit.terminology.fixes import concept_ref, fixes_of
from editkit.terminology.replacement import Replacement, find_replacement
from editkit.terminology.scan import pack_occurrences, term_occurrences


def _concept(
    term: str, forbidden: str, source: str, note: str, pos: str = "", admitted: str = ""
) -> Concept:
    usable = ((term, TermStatus.PREFERRED), (admitted, TermStatus.ADMITTED))
    terms = [Term(text, "en", status, pos or None) for text, status in usable if text]
    terms.append(Term(forbidden, "en", TermStatus.DEPRECATED, pos or None))
    return Concept(forbidden, (*terms, Term(source, "zh")), note)


_PACKS = Glossary(
    (
        _concept("like", "click the like", "点赞", "", "verb", "click the like button"),
        _concept("explain that", "introduce that", "介绍说", "Introduce takes a thing.", "verb"),
        _concept("draw on", "give full play to", "充分发挥", "Say what is done.", "verb"),
        _concept("technology park", "science park base", "科技园基地", ""),
        _concept("", "skeleton force", "骨干力量", "Name the people: key staff, the core team."),
    )
)


class Calque(Check):
    """Flags literal translations that a style pack lists."""

    rule = Rule(
        id="calque",
        title="Literal translation",
        family=Family.STYLE,
        summary="Phrase translated word for word",
        rationale=(
            "Each word is correct, but the phrase does not exist in English, and the reader "
            "has to guess the original. A pack lists such phrases with a replacement and a "
            "reason. The pack zh-en, for translations from Chinese, is part of editkit and "
            "enabled for English. Verbs keep their tense, nouns their number. Your glossary "
            "takes precedence. Fixes are suggestions: they are never applied automatically, "
            "also not by `normalize`."
        ),
        category="style/unidiomatic-style",
        severity=Severity.MINOR,
        examples=(
            Example(
                "The new office gives full play to local talent.",
                flagged=("gives full play to",),
                fixed="The new office draws on local talent.",
                in_manual=True,
            ),
            Example(
                "She clicked the like, and gives full play to her talent.",
                flagged=("clicked the like", "gives full play to"),
                fixed="She liked, and draws on her talent.",
            ),
            Example(
                "They had given full play to it by giving full play to her.",
                flagged=("given full play to", "giving full play to"),
                fixed="They had drawn on it by drawing on her.",
            ),
            Example(
                "Two Science Park Bases\nA science park base.",
                flagged=("Science Park Bases", "science park base"),
                fixed="Two Technology Parks\nA technology park.",
            ),
            Example(
                "He introduced that it grew. A page was introduced that lists them.",
                flagged=("introduced that",),
                fixed="He explained that it grew. A page was introduced that lists them.",
            ),
            Example("The skeleton force went.", flagged=("skeleton force",)),
            Example("They clicked the like button. It was a skeleton crew, and force won."),
        ),
        packs=_PACKS,
    )

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield an issue for each listed phrase that overlaps no term of the glossary."""
        document = context.document
        occurrences = [o for o in context.get(pack_occurrences) if o.kind.is_rejected]
        terms = context.get(term_occurrences) if occurrences else ()
        for occurrence in occurrences:
            is_term = any(occurrence.span.overlaps(term.span) for term in terms)
            if is_term or ends_in_relative_that(document.text, occurrence.span):
                continue
            correction = find_replacement(document, occurrence)
            fixes = fixes_of(correction, occurrence)
            yield self.issue(
                occurrence.span,
                _message(document, occurrence, correction),
                *(replace(fix, safety=Safety.REVIEW) for fix in fixes),
                confidence=occurrence.entry.concept.confidence or Confidence.MEDIUM,
                concept=concept_ref(document, occurrence),
                status=occurrence.entry.concept.status,
            )


def _message(document: Document, occurrence: Occurrence, correction: Replacement | None) -> str:
    concept = occurrence.entry.concept
    source, words = concept.source(document.lang), occurrence.span.of(document.text)
    parts = [f"Literal translation of {source.text}." if source else f"Avoid “{words}”."]
    if correction:
        verb = "Consider" if concept.confidence is Confidence.LOW else "Use"
        parts.append(f"{verb} “{correction.text}”.")
    return " ".join([*parts, concept.note] if concept.note else parts)
