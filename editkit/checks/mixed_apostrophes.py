"""mixed-apostrophes."""

import re
from collections.abc import Iterator

from editkit.checks._mixed import Use, mixture
from editkit.checks._prose import english, technical
from editkit.core.check import Check
from editkit.core.document import Document
from editkit.core.issue import Issue
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Severity

_APOSTROPHE = re.compile(
    r"['’](?:(?<=\w.)(?=[^\W\d_])"  # it's, the 1990's, Xi'an
    r"|(?P<last>(?<=[sSxzXZ].))(?=[^\S\n]+[^\W\d_])"  # the users' needs
    r"|(?<!\w.)(?=\d0s\b))"  # the '90s
)
_SINGLE_QUOTE = re.compile(r"(?<!\w)['‘](?=\w)")


class MixedApostrophes(Check):
    """Finds straight and curly apostrophes in one document."""

    rule = Rule(
        id="mixed-apostrophes",
        family=Family.CONSISTENCY,
        summary="Straight and curly apostrophes in one text",
        rationale=(
            "Passages from two translators or two tools show by their apostrophes. Either style "
            "is right, ' as well as ’; an article keeps to one, or a search for “it's” misses "
            "half of them. The rarer style is flagged once, on its first mark, and one "
            "correction changes all of them. Single quotation marks and the sign for feet are "
            "no apostrophes."
        ),
        category="style/inconsistent-style",
        severity=Severity.INFO,
        examples=(
            Example(
                "It's the users' view, Xi'an's too, that we don’t and they can’t.",
                flagged=("’",),
                fixed="It's the users' view, Xi'an's too, that we don't and they can't.",
            ),
            Example(
                "It’s the users’ view in the '90s.",
                flagged=("'",),
                fixed="It’s the users’ view in the ’90s.",
            ),
            Example("It’s 5'10\" tall, has 'single' quotes, 12' pipes and /it's/a/path."),
            Example("It's ‘good’ and ‘the users’ view’."),
        ),
    )

    def run(self, document: Document) -> Iterator[Issue]:
        """Yield one issue where the document has both styles."""
        if not english(document):
            return
        uses = tuple(self._uses(document))
        issue = mixture(self, uses, "apostrophes")
        if issue:
            yield issue

    def _uses(self, document: Document) -> Iterator[Use]:
        text = document.text
        for block in document.blocks:
            start, end = block.span.start, block.span.end
            quotes = _SINGLE_QUOTE.search(text, start, end) is not None
            for found in _APOSTROPHE.finditer(text, start, end):
                # After “s” it may close a quotation that ‘ or ' has opened.
                if found["last"] is not None and quotes:
                    continue
                if found[0] == "'" and technical(text, found.start()):
                    continue
                other = "'" if found[0] == "’" else "’"
                yield Use(found.start(), curly=found[0] == "’", other=other)
