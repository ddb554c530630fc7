"""fullwidth-character: full-width or Chinese characters in English text."""

import re
from collections.abc import Iterator

from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Family, Severity
from editkit.languages.zh.fullwidth import halfwidth

_WIDE_RUN = lazy_pattern("[\uff01-\uff5e\uffe0-\uffe6、。〈〉《》「」【】]+")
_IDEOGRAPH = lazy_pattern(
    "[\u2e80-\u2fff\u3005-\u3007\u3021-\u31ff\u3400-\u9fff\uac00-\ud7ff\uf900-\ufaff"
    "\U00020000-\U0003ffff]"
)
_SAFE_RUN = lazy_pattern("[０-９Ａ-Ｚａ-ｚ，。．、；：！？％（）]+")
_CHINESE_QUOTES = lazy_pattern("[《》「」]")
_OPENING = "（《「【〈"
_CLOSING = "）》」】〉，。．、；：！？％"
_CONTEXT_CHARS = 12
_MIN_IDEOGRAPHS = 4
"""Ideographs in the context from which it counts as a Chinese phrase."""


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
        text = context.document.text
        is_curly = "“" in text and '"' not in text
        for found in _WIDE_RUN.finditer(text):
            start, end = found.span()
            around = (
                text[max(0, start - _CONTEXT_CHARS) : start] + text[end : end + _CONTEXT_CHARS]
            )
            neighbors = text[max(0, start - 1) : start] + text[end : end + 1]
            if _IDEOGRAPH.search(neighbors) or len(_IDEOGRAPH.findall(around)) >= _MIN_IDEOGRAPHS:
                continue
            plain = _with_spaces(
                text, found, _with_curly_quotes(found[0]) if is_curly else halfwidth(found[0])
            )
            safety = Safety.SAFE if _SAFE_RUN.fullmatch(found[0]) else Safety.REVIEW
            fix = Fix(f"Replace with “{plain.strip()}”", (Edit(Span(start, end), plain),), safety)
            message = f"“{found[0]}” is full-width; English has “{plain.strip()}”."
            yield self.issue(Span(start, end), message, fix)


def _with_curly_quotes(wide: str) -> str:
    """Return `wide` in half-width characters, with curly quotation marks."""
    pieces = re.split("([《「]+|[》」]+)", wide)
    return "".join(
        ("“" if piece in "《「" else "”")
        if _CHINESE_QUOTES.match(piece)
        else halfwidth(piece)
        if piece
        else ""
        for piece in pieces
    )


def _with_spaces(text: str, found: re.Match[str], plain: str) -> str:
    """Return `plain` with the spaces that full-width characters include in their glyphs."""
    wide = found[0]
    before = text[max(0, found.start() - 1) : found.start()]
    after = text[found.end() : found.end() + 1]
    if wide[0] in _OPENING and before.isalnum():
        plain = " " + plain
    in_number = wide in "，．：" and before.isdigit() and after.isdigit()
    if wide[-1] in _CLOSING and not in_number and (after.isalnum() or after in tuple("([“")):
        plain += " "
    # Inside the run, for example before an opening bracket after a number.
    return re.sub(r"(?<=[\w%])(?=[(\[])|(?<=[,;.!?)])(?=[(\[“])", " ", plain)
