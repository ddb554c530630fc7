"""inconsistent-name."""

import re
from collections.abc import Iterator

from editkit.consistency.name_variants import NameRivalry, Sub, name_rivalries
from editkit.consistency.name_words import Names, collect
from editkit.core.check import CollectingCheck
from editkit.core.document import Document
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue, Related
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.terminology.glossary_spans import glossary_spans

_ALSO = re.compile(
    r"\b(?:also (?:known as|called)|formerly(?: known as)?) (?:the )?[\"“‘']?$", re.IGNORECASE
)
_BEFORE = 40


class InconsistentName(CollectingCheck[Names]):
    """Flags a name with a word more or less than the one that the article uses."""

    rule = Rule(
        id="inconsistent-name",
        family=Family.CONSISTENCY,
        summary="Name with a word put in, left out or moved",
        rationale=(
            "Translated anew in every sentence, a name gains or loses a word: the Suhe Benz is a "
            "Suhe Corvin-Benz once, the University of Suhe is Suhe University. The form met "
            "clearly more often is proposed. A name cut short at its beginning or end is an "
            "ordinary short form and let be, but behind “of”; so is a name that is given in "
            "full where it is met first, and one that the text says is another name of it."
        ),
        category="terminology/inconsistent-use-of-terminology",
        severity=Severity.MINOR,
        examples=(
            Example(
                "The Suhe Benz sells. A Suhe Benz and a Suhe Benz met a Suhe Corvin-Benz.",
                flagged=("Suhe Corvin-Benz",),
                fixed="The Suhe Benz sells. A Suhe Benz and a Suhe Benz met a Suhe Benz.",
            ),
            Example(
                "The University of Suhe grew. Later, Suhe University shrank.",
                flagged=("Suhe University",),
                fixed="The University of Suhe grew. Later, University of Suhe shrank.",
            ),
            Example(
                "We seek steady work and assured pay. It means assured pay and steady work.",
                flagged=("assured pay and steady work",),
                fixed="We seek steady work and assured pay. It means steady work and assured pay.",
            ),
            Example("The University of Suhe, also known as “Suhe University”, grew in May."),
            Example("Jana Maria Karstell came. Jana Karstell, Jana Karstell and Jana Karstell."),
            Example("The Bank of Suhe Group met the Bank of Suhe. The Bank left the Group."),
        ),
    )

    def collect(self, document: Document) -> Names:
        """Return the longer names."""
        return collect(document)

    def report(self, document: Document, counts: Names) -> Iterator[Issue]:
        """Yield one issue a place where a name is not as usual, but for what a glossary judged."""
        taken = [span for spans in glossary_spans(self.setup, document) for span in spans]
        for rivalry in name_rivalries(counts):
            if any(_is_alias(document, sub) for sub in rivalry.losing):
                continue
            for sub in rivalry.losing:
                span = Span(sub.start, sub.start + len(sub.text))
                if sub.uri == document.uri and not any(span.overlaps(other) for other in taken):
                    taken.append(span)
                    yield self._issue(document, rivalry, span)

    def _issue(self, document: Document, rivalry: NameRivalry, span: Span) -> Issue:
        times = "once" if rivalry.times == 1 else f"{rivalry.times} times"
        related = tuple(
            Related(
                Span(sub.start, sub.start + len(sub.text)),
                f"“{sub.text}”",
                None if sub.uri == document.uri else sub.uri,
            )
            for sub in rivalry.winning
        )
        found = span.of(document.text)
        fix = Fix(f"Replace with “{rivalry.winner}”", (Edit(span, rivalry.winner),), Safety.REVIEW)
        return self.issue(
            span,
            f"“{found}” here, “{rivalry.winner}” {times} elsewhere.",
            *([fix] if found[0].isupper() == rivalry.winner[0].isupper() else []),
            confidence=Confidence.LOW,
            related=related,
        )


def _is_alias(document: Document, sub: Sub) -> bool:
    before = document.text[max(0, sub.start - _BEFORE) : sub.start]
    return sub.uri == document.uri and bool(_ALSO.search(before))
