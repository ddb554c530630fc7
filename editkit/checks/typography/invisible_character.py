"""invisible-character."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from editkit.checks.typography._hidden import LOST, RUN, SPACE, needed
from editkit.core.check import Check
from editkit.core.document import Document
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.grouping import gathered
from editkit.core.issue import Issue
from editkit.core.language import matches
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Family, Severity

_NEAR = 16


class InvisibleCharacter(Check):
    """Finds characters that nobody sees and every program trips over."""

    rule = Rule(
        id="invisible-character",
        family=Family.TYPOGRAPHY,
        summary="No-break space, zero-width or control character where none belongs",
        rationale=(
            "Text copied from web pages and office files brings no-break spaces, zero-width "
            "spaces, soft hyphens and direction marks along. Nobody sees them, but a search for "
            "the words around them fails and lines break oddly. Use an ordinary space, or "
            "nothing. A no-break space beside a number or after a title, and joiners in emoji "
            "and in scripts written with them, are left alone; U+FFFD means that a letter is lost."
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

    def run(self, document: Document) -> Iterator[Issue]:
        """Yield an issue for each run of hidden characters that has no use where it stands."""
        text = document.text
        unseen: list[Issue] = []
        for found in RUN.finditer(text):
            if needed(text, found, french=not matches("en", document.lang)):
                continue
            names = " and ".join(
                f"“U+{ord(char):04X} {unicodedata.name(char, 'CONTROL CHARACTER')}”"
                + (f" ({times} times)" if times > 1 else "")
                for char, times in Counter(found[0].replace(" ", "").replace("\t", "")).items()
            )
            span, edge, replacement = _repair(text, found)
            lost = "\ufffd" in found[0]
            safe = Safety.REVIEW if LOST.search(found[0]) else Safety.SAFE
            title = f"Replace with “{replacement}”" if replacement.strip() else "Delete"
            title = "Replace with an ordinary space" if replacement == " " else title
            severity = Severity.INFO if edge else Severity.MAJOR if lost else Severity.MINOR
            message = f"{names} hides {'at the edge of the line' if edge else 'in the text'}."
            fixes = () if lost else (Fix(title, (Edit(span, replacement),), safe),)
            issue = self.issue(span, message, *fixes, severity=severity)
            if found[0].strip("\u00a0") or edge:
                yield issue
            else:
                unseen.append(issue)
        yield from gathered(unseen, several=2)


def _repair(text: str, found: re.Match[str]) -> tuple[Span, bool, str]:
    """Return what is to be replaced, whether it stands at an edge of its line, and by what."""
    start, end = found.span()
    before = text[max(0, start - _NEAR) : start]
    after = text[end : end + _NEAR]
    left, right = before.rstrip(" \t"), after.lstrip(" \t")
    if left[-1:] in {"", "\n"} or right[:1] in {"", "\n"}:
        return Span(start, end), True, ""
    if LOST.search(found[0]):
        return (
            Span(start, end),
            False,
            found[0].encode("latin-1", "ignore").decode("cp1252", "ignore"),
        )
    tight = left == before or right == after
    if tight and not SPACE.search(found[0]):
        return Span(start, end), False, ""
    wide = Span(start - len(before) + len(left), end + len(after) - len(right))
    touching = left[-1] in "([{“" or right[0] in ",.;:!?)]}”"
    return wide, False, "" if touching else " "
