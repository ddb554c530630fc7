"""wrong-ellipsis: two dots, a doubled ellipsis, or one spaced unlike the others."""

from collections.abc import Iterator

from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.core.fix import Edit, Fix
from editkit.core.issue import Issue
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Severity

_DOTS = lazy_pattern(r"(?<!\.)(?:(?:\.{2,3}|…+)(?![.…\w])|\.{5,6}(?![.…]|\s*\d))")
_BEFORE = lazy_pattern(r"[\w)\"”’,](?P<space>[ \t]?)\Z")
_AFTER = lazy_pattern(r"[\s\"”’)\]]|\Z|(?<=\.{5})\w")
_TWO_DOTS, _MAX_DOTS = "..", 3


class WrongEllipsis(Check):
    """Flags ellipses with too many or too few dots, or spaced unlike the others."""

    rule = Rule(
        id="wrong-ellipsis",
        family=Family.TYPOGRAPHY,
        summary="Two dots, a double ellipsis, or an ellipsis with inconsistent spacing",
        rationale=(
            "Two dots are a period typed twice or an incomplete ellipsis. A double ellipsis "
            "(…… or six dots) is the Chinese form of one. The space before an ellipsis is a "
            "matter of house style, but a text is consistent: the less frequent form is "
            "flagged."
        ),
        category="linguistic-conventions/punctuation",
        severity=Severity.MINOR,
        langs=("en",),
        examples=(
            Example("It grew.. They said……", flagged=("..", "……"), fixed="It grew. They said…"),
            Example("It grew......then fell.", flagged=("......",), fixed="It grew...then fell."),
            Example(
                "It grew... and grew... and fell ... and rose.",
                flagged=(" ...",),
                fixed="It grew... and grew... and fell... and rose.",
            ),
            Example("It grew ... and fell ... in the end. It was over...."),
            Example("See ../a, 1..5 and a .. b, “…and so on”. Contents ........ 5"),
        ),
    )

    def can_report(self, context: LintContext) -> bool:
        """Return whether the document has an ellipsis or two dots in a row."""
        return ".." in context.document.text or "…" in context.document.text

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield an issue for each wrong ellipsis and each one spaced in the rarer way."""
        text = context.document.text
        tight: list[Span] = []
        spaced: list[Span] = []
        for found in _DOTS.finditer(text):
            start, end = found.span()
            before = _BEFORE.search(text, max(0, start - 2), start)
            if not before or not _AFTER.match(text, end):
                continue
            if found[0] == _TWO_DOTS:
                if not before["space"]:
                    yield self._replacement(Span(start, end), _TWO_DOTS, ".")
            elif "……" in found[0] or len(found[0]) > _MAX_DOTS:
                single = "…" if "…" in found[0] or "…" in text else "..."
                yield self._replacement(Span(start, end), found[0], single)
            elif before["space"]:
                spaced.append(Span(start - 1, end))
            else:
                tight.append(Span(start, end))
        yield from self._spacing(tight, spaced)

    def _replacement(self, span: Span, found: str, replacement: str) -> Issue:
        fix = Fix(f"Replace with “{replacement}”", (Edit(span, replacement),))
        return self.issue(span, f"Wrong ellipsis “{found}”. Use “{replacement}”.", fix)

    def _spacing(self, tight: list[Span], spaced: list[Span]) -> Iterator[Issue]:
        """Yield an issue for each ellipsis in the rarer way; the spaced one if equal."""
        if not tight or not spaced:
            return
        is_tight = len(spaced) <= len(tight)
        for span in spaced if is_tight else tight:
            gap = Span(span.start, span.start + is_tight)
            fix = Fix(
                "Close up" if is_tight else "Add a space", (Edit(gap, "" if is_tight else " "),)
            )
            usual = "no space" if is_tight else "a space"
            message = f"Inconsistent ellipsis: others in this text have {usual} before them."
            yield self.issue(span, message, fix, confidence=Confidence.MEDIUM)
