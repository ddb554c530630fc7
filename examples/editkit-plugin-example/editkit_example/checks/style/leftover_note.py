"""Rule `leftover-note`: notes in brackets that were meant for an editor."""

import re
from collections.abc import Iterator

from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.core.fix import Edit, Fix
from editkit.core.issue import Issue
from editkit.core.rule import Example, Option, Rule
from editkit.core.setup import Setup
from editkit.core.span import Span
from editkit.core.taxonomy import Family, Severity


class LeftoverNote(Check):
    """Finds brackets that start with a marker such as TODO; the fix removes them."""

    rule = Rule(
        id="leftover-note",
        family=Family.STYLE,
        summary="Note to an editor or translator, left in the text",
        rationale=(
            "Translators mark open questions in brackets. A reader must not see them, so each "
            "is answered and removed before the text is published."
        ),
        category="linguistic-conventions/textual-conventions",
        severity=Severity.MAJOR,
        examples=(
            Example(
                "The plant [TODO: check the name] opened in May.",
                flagged=("[TODO: check the name]",),
                fixed="The plant opened in May.",
            ),
            Example("[TN] The mayor spoke.", flagged=("[TN]",), fixed="The mayor spoke."),
            Example(
                "The mayor [query: which?] spoke.",
                flagged=("[query: which?]",),
                fixed="The mayor spoke.",
                options={"markers": ("QUERY",)},
            ),
            Example("“It were [sic] a good year,” she wrote in [1]."),
            Example("The Todo family [Todoists] moved in."),
        ),
        options=(
            Option("markers", ("TODO", "TBC", "TK", "TN", "??"), "Words that start a note."),
        ),
    )
    requires = frozenset("[")

    def __init__(self, setup: Setup) -> None:
        super().__init__(setup)
        markers = "|".join(map(re.escape, self.option("markers", tuple)))
        self._note = re.compile(rf"\[(?:{markers})(?!\w)[^\[\]\n]*\]", re.IGNORECASE)

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield an issue for each note."""
        text = context.document.text
        for found in self._note.finditer(text):
            note = Span(*found.span())
            yield self.issue(
                note,
                f"The note “{found[0]}” is still in the text.",
                Fix("Remove the note", (Edit(_with_space(text, note), ""),)),
            )


def _with_space(text: str, note: Span) -> Span:
    """Return the span of a note and of one space next to it."""
    if text[note.start - 1 : note.start] == " ":
        return Span(note.start - 1, note.end)
    if text[note.end : note.end + 1] == " ":
        return Span(note.start, note.end + 1)
    return note
