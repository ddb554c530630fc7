"""fullwidth-character: full-width or Chinese characters in English text."""

from collections.abc import Iterator, Mapping

from editkit.checks.typography._fullwidth_fixes import replacement
from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.core.document import BlockKind
from editkit.core.fix import Fix, Safety
from editkit.core.issue import Issue
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Family, Severity
from editkit.languages.zh.fullwidth_brackets import bracket_partners
from editkit.languages.zh.fullwidth_marks import plain_marks
from editkit.languages.zh.fullwidth_runs import fullwidth_runs


class FullwidthCharacter(Check):
    """Flags full-width punctuation, letters and digits in English text."""

    rule = Rule(
        id="fullwidth-character",
        family=Family.TYPOGRAPHY,
        summary="Full-width or Chinese character in English text",
        rationale=(
            "Punctuation, letters and digits typed with a Chinese keyboard are as wide as a "
            "Chinese character. In English they look out of place, and a search for “BJ40” "
            "or “12.5%” does not find them. Chinese words quoted in English text keep their "
            "own punctuation."
        ),
        category="linguistic-conventions/punctuation",
        severity=Severity.MINOR,
        langs=("en",),
        examples=(
            Example(
                "Sales grew，and exports rose.",
                flagged=("，",),
                fixed="Sales grew, and exports rose.",
                in_manual=True,
            ),
            Example(
                "Sales grew，and rose by １２．５％（in all）。It is ＢＪ４０, at 10：30。",
                flagged=("，", "１２．５％（", "）。", "ＢＪ４０", "：", "。"),
                fixed="Sales grew, and rose by 12.5% (in all). It is BJ40, at 10:30.",
            ),
            Example(
                "The book 《New Age》，the cars、the “old” ones；yes！",
                flagged=("《", "》，", "、", "；", "！"),
                fixed="The book “New Age”, the cars, the “old” ones; yes!",
            ),
            Example("The People's Daily (《人民日报》，北京) wrote: “你好，世界。”"),
            Example("使用ABC，DEF等工具；很好。", lang="zh-CN"),
        ),
    )

    def can_report(self, context: LintContext) -> bool:
        """Return whether the document is not in ASCII."""
        return not context.document.text.isascii()

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield an issue for each run of full-width characters next to Latin text."""
        document = context.document
        is_curly = "“" in document.text and '"' not in document.text
        for block in document.blocks:
            runs = list(fullwidth_runs(document.text, block.span))
            partners = bracket_partners(document.text, block.span) if runs else {}
            in_heading = block.kind is BlockKind.HEADING
            replacements = [
                replacement(document, run, plain_marks(run, curly=is_curly, in_heading=in_heading))
                for run in runs
            ]
            is_certain = {
                at: each.is_certain
                for each in replacements
                for at in range(each.run.start, each.run.end)
            }
            for each in replacements:
                run = each.run
                has_partners = all(
                    _keeps_partner(document.text, partners[at], is_certain)
                    for at in range(run.start, run.end)
                    if at in partners
                )
                safety = Safety.SAFE if each.is_certain and has_partners else Safety.REVIEW
                fix = Fix(f"Replace with “{each.text}”", each.edits, safety)
                message = f"Full-width “{run.wide}”. Use “{each.text}”."
                yield self.issue(Span(run.start, run.end), message, fix)


def _keeps_partner(text: str, partner: int | None, is_certain: Mapping[int, bool]) -> bool:
    """Return whether a bracket and its partner both become, or are, ordinary ones."""
    if partner is None:
        return False
    return is_certain[partner] if partner in is_certain else text[partner] in "()"
