"""invisible-character: no-break spaces, zero-width and control characters without a purpose."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from editkit.checks.typography._invisible import (
    ANY_SPACE,
    HIDDEN_RUN,
    MISDECODED,
    is_legitimate,
    is_uncertain,
)
from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.core.equal_fixes import with_equal_fixes
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue
from editkit.core.language import matches
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Family, Severity

_CONTEXT_CHARS = 16


class InvisibleCharacter(Check):
    """Flags invisible characters that break searches and programs."""

    rule = Rule(
        id="invisible-character",
        family=Family.TYPOGRAPHY,
        summary="Misplaced non-breaking space, zero-width character or control character",
        rationale=(
            "Text copied from web pages and office files contains non-breaking spaces, "
            "zero-width spaces, soft hyphens and direction marks. They are invisible, but "
            "searches fail and lines break oddly. Non-breaking spaces next to numbers or "
            "after titles are not flagged, nor are joiners in emoji and in scripts that use "
            "them. U+FFFD means that a letter was lost."
        ),
        category="linguistic-conventions/character-encoding",
        severity=Severity.MINOR,
        also_info=True,
        examples=(
            Example(
                "The BAIC\u00a0\u00a0 \u00a0Group  \u00a0is.\u00a0",
                ("\u00a0\u00a0 \u00a0", "  \u00a0", "\u00a0"),
                "The BAIC Group is.",
            ),
            Example(
                "A zero\u200bwidth, a soft\u00ad hyphen\u00a0.",
                ("\u200b", "\u00ad", "\u00a0"),
                "A zerowidth, a soft hyphen.",
            ),
            Example(
                "  \u00a0Two\u2003words \u202eand\u202c a caf\ufffd.",
                ("\u00a0", "\u2003", "\u202e", "\u202c", "\ufffd"),
                "  Two words and a caf\ufffd.",
            ),
            Example("It\x92s late.", ("\x92",), "It’s late."),
            Example(
                "On 5\u00a0May Dr.\u00a0Ho ran 10\u202f000\u00a0m \u2013 no.\u00a05 👩\u200d🔧."
            ),
            Example("می\u200cخواهم and \u200fעברית\u200f, 中文\u3000中文."),
        ),
    )

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield an issue for each run of invisible characters that is not legitimate."""
        text = context.document.text
        no_break_spaces: list[Issue] = []
        for found in HIDDEN_RUN.finditer(text):
            if is_legitimate(text, found, french=not matches("en", context.document.lang)):
                continue
            names = " and ".join(
                f"“U+{ord(char):04X} {unicodedata.name(char, 'CONTROL CHARACTER')}”"
                + (f" ({times} times)" if times > 1 else "")
                for char, times in Counter(found[0].replace(" ", "").replace("\t", "")).items()
            )
            span, at_edge, replacement = _repaired(text, found)
            is_lost = "\ufffd" in found[0]
            is_doubtful = is_uncertain(context.document, found[0], span, replacement)
            safety = Safety.REVIEW if is_doubtful else Safety.SAFE
            title = f"Replace with “{replacement}”" if replacement.strip() else "Delete"
            title = "Replace with an ordinary space" if replacement == " " else title
            severity = Severity.INFO if at_edge else Severity.MAJOR if is_lost else Severity.MINOR
            message = (
                f"Invisible character {'at the edge of the line' if at_edge else 'in the text'}: "
                f"{names}."
            )
            fixes = () if is_lost else (Fix(title, (Edit(span, replacement),), safety),)
            issue = self.issue(span, message, *fixes, severity=severity)
            if found[0].strip("\u00a0") or at_edge:
                yield issue
            else:
                no_break_spaces.append(issue)
        yield from with_equal_fixes(no_break_spaces, min_repeats=2)


def _repaired(text: str, found: re.Match[str]) -> tuple[Span, bool, str]:
    """Return the span to replace, whether it is at the edge of a line, and the replacement."""
    start, end = found.span()
    before = text[max(0, start - _CONTEXT_CHARS) : start]
    after = text[end : end + _CONTEXT_CHARS]
    left, right = before.rstrip(" \t"), after.lstrip(" \t")
    if left[-1:] in {"", "\n"} or right[:1] in {"", "\n"}:
        return Span(start, end), True, ""
    if MISDECODED.search(found[0]):
        return (
            Span(start, end),
            False,
            found[0].encode("latin-1", "ignore").decode("cp1252", "ignore"),
        )
    has_no_space = left == before or right == after
    if has_no_space and not ANY_SPACE.search(found[0]):
        return Span(start, end), False, ""
    span = Span(start - len(before) + len(left), end + len(after) - len(right))
    is_touching = left[-1] in "([{“" or right[0] in ",.;:!?)]}”"
    return span, False, "" if is_touching else " "
