"""Passes of the fix loop: as many as corrections need, and an end to those that alternate."""

from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue
from editkit.core.result import DocumentResult, FileResult
from editkit.core.span import Span
from editkit.core.taxonomy import Family
from editkit.fixing.fix_loop import FixPolicy, fix_file
from editkit.formats.plain import Plain
from editkit.linting.locate import Placer


class Rewriter:
    """Proposes one fix per pass: the next text after the current one; counts the passes."""

    def __init__(self, following: dict[str, str]) -> None:
        self._following, self.passes = following, 0

    def lint(self, data: bytes) -> FileResult:
        """Return the result for a text, with a fix if another text follows it."""
        self.passes += 1
        package = Plain().parse(data, uri="a.txt", lang="en")
        [document] = package.documents
        following = self._following.get(document.text)
        issues = []
        if following is not None:
            span = Span(0, len(document.text))
            fix = Fix("Rewrite", (Edit(span, following),), Safety.SAFE)
            issues.append(Issue("r", span, "m", Family.GRAMMAR, "", fixes=(fix,)))
        placer = Placer(document, Plain())
        placed = tuple(placer.place(issue) for issue in issues)
        return FileResult("a.txt", package, "", 0, (DocumentResult(document, placed),))


def test_a_third_pass_applies_fixes_revealed_by_the_second() -> None:
    rewriter = Rewriter({"one": "two", "two": "three", "three": "four"})

    assert fix_file(rewriter.lint(b"one"), FixPolicy(), rewriter.lint).data == b"four"


def test_fixes_that_undo_each_other_end_at_once() -> None:
    rewriter = Rewriter({"one": "two", "two": "one"})

    result = fix_file(rewriter.lint(b"one"), FixPolicy(), rewriter.lint)

    assert rewriter.passes == 2  # the first lint and one more; the text "one" is known
    assert not result.is_changed
