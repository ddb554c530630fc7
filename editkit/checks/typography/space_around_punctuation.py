"""space-around-punctuation: a missing or extra space next to a punctuation mark or bracket."""

import re
from collections.abc import Iterator

from editkit.checks.typography._foreign_text import is_in_romance_language
from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.core.equal_fixes import with_equal_fixes
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.languages.code.notation import is_notation
from editkit.languages.en.unfinished_phrases import ends_unfinished
from editkit.text.prose import is_in_code_list, is_technical

_EXTRA = lazy_pattern(
    r"[ \t(](?:(?<=[\w)\]”’%][ \t])[ \t]*"
    r"(?:[,!?](?=[\s\"”’)\]]|\Z)|(?<!\d[ \t])[;:](?=[\s\"”]|\Z)"
    r"|\.(?!\s?\.)(?=[\s\"”’)\]]|\Z)|(?P<tight>[,;])(?=[^\W\d_]{2}))"
    r"|(?<=[^:;-]\()[ \t]+(?=\w)"
    r"|(?<=[^\W_][\w.!?%”\"][ \t])[ \t]*\))"
)
_MISSING = lazy_pattern(
    r"[,;:!?.(](?:"
    r"(?P<comma>(?<=[^\W\d_]{2}[,;])(?=[^\W\d_]{2})|(?<=[”)\d][,;])(?=[^\W\d_]{3}))"
    r"|(?P<number>(?<=[^\W\d_]{3},)(?=\d{3}))"
    r"|(?P<date>(?:(?<=[a-z.] \d,)|(?<=[a-z.] \d\d,))(?=(?:19|20)\d\d\b))"
    r"|(?P<colon>(?<=[a-z]{3}:)(?=[A-Z][a-z]))"
    r"|(?P<exclamation>(?<=[^\W\d_]{2}[!?])(?=[A-Z][a-z]|[AI]\s|[a-z]{3}))"
    r"|(?P<stop>(?:(?<=[a-z]{2}\.)|(?<=[\w.][)”%]\.)|(?<=\d{4}\.))"
    r"(?=(?!Com|Net|Org|Js|Io)[A-Z][a-z]*[ ,’']))"
    r"|(?P<opening>(?<=[^\W\d_]{2}\()(?=[^\W\d_]+ |[A-Z][a-z]+(?:ed|able|ional|ental|ing)\)"
    r"|\d{4,6}\.[A-Z]{2}\)|(?![IVX]+\))[A-Z](?:[A-Z]|\w{1,6}[A-Z]\w?\))))"
    r"|(?<=\()[^()\n]{1,80} [^()\n]{1,80}\)(?P<closing>(?=[^\W\d_]{2})))"
)
_LABEL = lazy_pattern(r"\b[A-Z]\w+(?: \w+){0,2}:")
_FRENCH_MARKS = frozenset(":;!?")
_SAFE_KINDS = dict.fromkeys(("comma", "date"), (Safety.SAFE, Confidence.HIGH))


class SpaceAroundPunctuation(Check):
    """Flags missing and extra spaces next to punctuation marks."""

    rule = Rule(
        id="space-around-punctuation",
        family=Family.TYPOGRAPHY,
        summary="Missing or superfluous space at a punctuation mark or bracket",
        rationale=(
            "Chinese punctuation includes its space: converted to English, it leaves words "
            "joined (“grew,and”). In English, there is no space before a comma, period, "
            "colon or closing bracket, and one after it. Numbers, times, addresses, file "
            "names and abbreviations are ignored."
        ),
        category="linguistic-conventions/punctuation",
        severity=Severity.MINOR,
        langs=("en",),
        examples=(
            Example(
                "Sales grew ,and rose . They fell , too ; ( but not here ).",
                flagged=(" ,", " .", " ,", " ;", "( ", " )"),
                fixed="Sales grew, and rose. They fell, too; (but not here).",
            ),
            Example(
                "Up,and on May 5,2022 BAIC(Auto Co) rose.It fell;why?It did(Noted).",
                flagged=(",", ",", "(", ".", ";", "?", "("),
                fixed="Up, and on May 5, 2022 BAIC (Auto Co) rose. It fell; why? It did (Noted).",
            ),
            Example("At 10:30 it cost 1,000.5 (3 : 1), the U.S. said e.g. on x.js or a.b@c.de …"),
            Example(
                "See https://a.de/b,c;d?e=f ..., /x:Y. Employee(s) of .NET, R&D :) a,b; Ni(II),1"
            ),
            Example("What?! A Yahoo! site, etc., “so”, (re)build. IDs: ab,cd,ef. Wait . . . no"),
        ),
    )

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield an issue for each extra and each missing space."""
        text = context.document.text
        before_bracket: list[Issue] = []
        for block in context.document.blocks:
            for found in _EXTRA.finditer(text, block.span.start, block.span.end):
                if found[0][-1] == ")" and text[found.start() - 1] in ".!?":
                    before_bracket.append(self._extra(context, found))
                elif not is_notation(text, found.start(), found.end() - 1):
                    yield self._extra(context, found)
            for found in _MISSING.finditer(text, block.span.start, block.span.end):
                kind = str(found.lastgroup)
                at = found.start(kind) - 1
                is_code = is_technical(text, at) or is_in_code_list(text, at)
                if not is_code and (kind != "colon" or not _is_byline(text, block.span)):
                    yield self._missing(text, at, kind)
        yield from with_equal_fixes(before_bracket)

    def _extra(self, context: LintContext, found: re.Match[str]) -> Issue:
        text = context.document.text
        is_after = found[0][0] == (mark := found[0].strip())
        gap = Span(found.start() + is_after, found.end() - (not is_after))
        moved = (Edit(Span(found.end(), found.end()), " "),) if found["tight"] else ()
        is_french = mark in _FRENCH_MARKS and context.get(is_in_romance_language)
        is_doubtful = is_french or (not is_after and ends_unfinished(text, gap.start))
        safety = Safety.REVIEW if is_doubtful else Safety.SAFE
        fix = Fix(f"Close up “{mark}”", (Edit(gap, ""), *moved), safety)
        side = "after" if is_after else "before"
        return self.issue(Span(*found.span()), f"Extra space {side} “{mark}”. Remove it.", fix)

    def _missing(self, text: str, at: int, kind: str) -> Issue:
        place = at if kind == "opening" else at + 1
        side = "before" if kind == "opening" else "after"
        safety, confidence = _SAFE_KINDS.get(kind, (Safety.REVIEW, Confidence.MEDIUM))
        fix = Fix(f"Add a space {side} “{text[at]}”", (Edit(Span(place, place), " "),), safety)
        found = f"Missing space {side} “{text[at]}”. Add one."
        return self.issue(Span(at, at + 1), found, fix, confidence=confidence)


def _is_byline(text: str, block: Span) -> bool:
    return len(_LABEL.findall(text, block.start, block.end)) > 1
