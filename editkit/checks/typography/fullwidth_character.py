"""fullwidth-character: full-width or Chinese characters in English text."""

from collections.abc import Iterator, Mapping

from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.core.document import BlockKind, Document
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Family, Severity
from editkit.languages.zh.fullwidth_brackets import bracket_partners
from editkit.languages.zh.fullwidth_marks import PlainMarks, plain_marks
from editkit.languages.zh.fullwidth_runs import WideRun, fullwidth_runs

_SAFE_RUN = lazy_pattern("[０-９Ａ-Ｚａ-ｚ，。．、；：！？％（）]+")
_NOT_AFTER_SPACE = ("[^", "<")
"""Footnotes and tags, which may belong before the space."""


class FullwidthCharacter(Check):
    """Flags full-width punctuation, letters and digits in English text."""

    rule = Rule(
        id="fullwidth-character",
        family=Family.TYPOGRAPHY,
        summary="Full-width or Chinese character in English text",
        rationale=(
            "Marks, letters and digits typed with a Chinese keyboard layout are as wide as a "
            "Chinese character and carry their space inside them. In English they look out of "
            "place, and a search for “BJ40” or “12.5%” does not find them. Use the ordinary "
            "ones, with a space where English has one. Chinese words quoted in an English text "
            "keep their own marks."
        ),
        category="linguistic-conventions/punctuation",
        severity=Severity.MINOR,
        langs=("en",),
        examples=(
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
            plain = {
                at: plain_marks(run, curly=is_curly, in_heading=block.kind is BlockKind.HEADING)
                for run in runs
                for at in range(run.start, run.end)
            }
            for run in runs:
                has_partners = all(
                    _keeps_partner(document.text, partners[at], plain)
                    for at in range(run.start, run.end)
                    if at in partners
                )
                fix = _fix(document, run, plain[run.start], is_safe=has_partners)
                message = (
                    f"“{run.wide}” is full-width; English has “{plain[run.start].text.strip()}”."
                )
                yield self.issue(Span(run.start, run.end), message, fix)


def _keeps_partner(text: str, partner: int | None, plain: Mapping[int, PlainMarks]) -> bool:
    """Return whether a bracket and its partner both become, or are, ordinary ones."""
    if partner is None:
        return False
    return plain[partner].is_certain if partner in plain else text[partner] in "()"


def _fix(document: Document, run: WideRun, plain: PlainMarks, *, is_safe: bool) -> Fix:
    edits: tuple[Edit, ...] = (Edit(plain.span, plain.text),)
    markup = _markup_after(document, run.end)
    if plain.has_space:
        # After markup has been closed, the space may belong after it.
        edits += (Edit(Span(run.end, run.end), " "),)
        if not markup:
            edits = (Edit(plain.span, plain.text + " "),)
    is_safe = is_safe and plain.is_certain and bool(_SAFE_RUN.fullmatch(run.wide))
    is_safe = is_safe and not markup.startswith(_NOT_AFTER_SPACE)
    safety = Safety.SAFE if is_safe else Safety.REVIEW
    return Fix(f"Replace with “{plain.text.strip()}”", edits, safety)


def _markup_after(document: Document, at: int) -> str:
    """Return the source between the characters before and after `at`."""
    if document.source_map.verbatim_chunk(Span(at - 1, at + 1)):
        return ""
    start = document.source_map.locate(Span(at - 1, at)).end
    end = document.source_map.locate(Span(at, at + 1)).start
    return document.raw[start:end]
