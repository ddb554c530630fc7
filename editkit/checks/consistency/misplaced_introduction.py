"""misplaced-introduction."""

import re
from collections.abc import Iterator

from editkit.core.check import Check
from editkit.core.document import BlockKind, Document
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue, Related
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.languages.en.abbreviation_definitions import SHORT, Introduction, introductions

_LINE = re.compile(r"[^\n]+")
_ALONE = re.compile(rf"(?<![\w-]){SHORT}(?![\w-]|\s[A-Z])")
_SENTENCE = re.compile(r"[.!?:;,][\"”’')]*\s*$")

_FAR = 2000
"""How many code points apart a reader may have forgotten what an abbreviation is short for."""


class MisplacedIntroduction(Check):
    """Finds an abbreviation introduced twice, or used before it is introduced."""

    rule = Rule(
        id="misplaced-introduction",
        family=Family.CONSISTENCY,
        summary="Abbreviation introduced twice, or after it was used",
        rationale=(
            "An abbreviation is introduced once, in brackets behind the name, where the text "
            "first has it. Titles may use it before that, and so may longer names that it is "
            "part of. A second bracket further off than a page or so helps the reader."
        ),
        category="style/inconsistent-style",
        severity=Severity.INFO,
        langs=("en",),
        examples=(
            Example(
                "The Suhe Harbour Fund (SHF) rose.\nThe Suhe Harbour Fund (SHF) said so.",
                flagged=("Suhe Harbour Fund (SHF)",),
                fixed="The Suhe Harbour Fund (SHF) rose.\nThe SHF said so.",
            ),
            Example("Ms Ho of the SHF spoke. The Suhe Harbour Fund (SHF) rose.", flagged=("SHF",)),
            Example(
                "SHF rises again\nThe SHF Board met. The Suhe Harbour Fund (SHF) rose, SHF said."
            ),
        ),
    )

    def run(self, document: Document) -> Iterator[Issue]:
        """Yield one issue a second introduction, and one an abbreviation used too early."""
        first: dict[str, Introduction] = {}
        for made in introductions(document):
            known = first.setdefault(made.short, made)
            near = made.whole.start - known.whole.end <= _FAR
            if known is not made and near and known.long.lower() == made.long.lower():
                yield self._again(known, made)
        names = {made.short for made in first.values() if " " in made.long}
        used = _first_uses(document) if names else {}
        for made in first.values():
            early = used.get(made.short) if made.short in names else None
            if early is not None and early.start < made.whole.start:
                yield self.issue(
                    early,
                    f"“{made.short}” is used here and introduced below.",
                    related=(Related(made.whole, f"“{made.long} ({made.short})”"),),
                    confidence=Confidence.LOW,
                )

    def _again(self, known: Introduction, made: Introduction) -> Issue:
        fix = Fix(f"Replace with “{made.short}”", (Edit(made.whole, made.short),), Safety.REVIEW)
        return self.issue(
            made.whole,
            f"“{made.short}” has been introduced before.",
            fix,
            related=(Related(known.whole, "introduced here"),),
            confidence=Confidence.MEDIUM,
        )


def _first_uses(document: Document) -> dict[str, Span]:
    """Return where each abbreviation first stands by itself in running text."""
    text = document.text
    used: dict[str, Span] = {}
    for block in document.blocks:
        if block.kind is BlockKind.HEADING:
            continue
        for line in _LINE.finditer(text, block.span.start, block.span.end):
            if _SENTENCE.search(line[0]):
                for found in _ALONE.finditer(text, line.start(), line.end()):
                    used.setdefault(found[0], Span(found.start(), found.end()))
    return used
