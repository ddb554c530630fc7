"""calque."""

from collections.abc import Iterator
from dataclasses import replace

from editkit.checks.term._shared import concept_ref, fixes
from editkit.core.check import Check
from editkit.core.document import Document
from editkit.core.fix import Safety
from editkit.core.glossary import Concept, Glossary, Term, TermStatus
from editkit.core.issue import Issue
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.terminology.classify import Occurrence
from editkit.terminology.replacement import replacement
from editkit.terminology.scan import PackScan, TermScan


def _entry(
    term: str, forbidden: str, source: str, note: str, pos: str = "", fit: str = ""
) -> Concept:
    right = ((term, TermStatus.PREFERRED), (fit, TermStatus.ADMITTED))
    terms = [Term(text, "en", status, pos or None) for text, status in right if text]
    terms.append(Term(forbidden, "en", TermStatus.DEPRECATED, pos or None))
    return Concept(forbidden, (*terms, Term(source, "zh")), note)


_PACKS = Glossary(
    (
        _entry("like", "click the like", "点赞", "", "verb", "click the like button"),
        _entry("draw on", "give full play to", "充分发挥", "Say what is done.", "verb"),
        _entry("technology park", "science park base", "科技园基地", ""),
        _entry("", "skeleton force", "骨干力量", "Name the people: key staff, the core team."),
    )
)


class Calque(Check):
    """Flags what packs know for word-for-word translation."""

    rule = Rule(
        id="calque",
        family=Family.STYLE,
        summary="Phrase translated word for word",
        rationale=(
            "Each word is right and the phrase is none that English has: the reader has to guess "
            "the original. A pack lists such phrases with what to write and why; zh-en, for "
            "translations from Chinese, ships with editkit and is on for English. The verb keeps "
            "its tense and the noun its number. Where your own glossary speaks of the same words, "
            "it counts. No correction is made unasked, and normalize makes none: they are advice."
        ),
        category="style/unidiomatic-style",
        severity=Severity.MINOR,
        examples=(
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
            Example("The skeleton force went.", flagged=("skeleton force",)),
            Example("They clicked the like button. It was a skeleton crew, and force won."),
        ),
        packs=_PACKS,
    )

    def run(self, document: Document) -> Iterator[Issue]:
        """Yield one issue a phrase that a pack lists and no term of the glossary overlaps."""
        setup = self.setup
        if not setup.packs.concepts:
            return
        found = [one for one in setup.shared(PackScan).find(document) if one.verdict.rejected]
        own = setup.shared(TermScan).find(document) if found and setup.glossary.concepts else ()
        for one in found:
            if any(one.span.overlaps(term.span) for term in own):
                continue
            offered = (replace(fix, safety=Safety.REVIEW) for fix in fixes(document, one))
            yield self.issue(
                one.span,
                _message(document, one),
                *offered,
                confidence=one.entry.concept.confidence or Confidence.MEDIUM,
                concept=concept_ref(document, one),
            )


def _message(document: Document, found: Occurrence) -> str:
    words, concept = found.span.of(document.text), found.entry.concept
    source, wanted = concept.source(document.lang), replacement(document, found)
    what = f"“{words}”"
    if wanted:
        what = f"Write “{wanted.text}”, not {what}"
    elif not source:
        what = f"Avoid {what}"
    first = f"{what}{f', word for word {source.text}' if source else ''}."
    return f"{first} {concept.note}" if concept.note else first
