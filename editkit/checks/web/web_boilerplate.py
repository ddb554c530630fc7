"""web-boilerplate: boilerplate of the web page that an article was copied from."""

import re
from collections.abc import Iterator, Sequence

from editkit.checks.web._copyright_notices import without_notices_in_text
from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.fix import Edit, Fix
from editkit.core.issue import Issue
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Family, Severity
from editkit.languages.en.web_boilerplate import COPYRIGHT, classify_lines
from editkit.languages.prose_view import code_of
from editkit.text.line_removal import removal_span

_AGENCY_END_MARK = lazy_pattern(
    r"[ \t]{0,3}[(（\[](?:the )?(?:end|over|finish(?:ed)?)[)）\]](?=[\"”’.]?\s*\Z)", re.IGNORECASE
)
_LINE = lazy_pattern(r"[^\n]*\S[^\n]*")


class WebBoilerplate(Check):
    """Flags lines of web-page boilerplate around an article."""

    rule = Rule(
        id="web-boilerplate",
        title="Leftover web text",
        family=Family.WEB,
        summary="Button, counter, form or credits of the web page that an article was copied from",
        rationale=(
            "An article copied from a web page includes what surrounded it: share buttons, "
            "view counters, forms, links to the next article, copyright notices, an "
            "agency's “(End)”. It was translated with the rest, but is not part of the "
            "article. Names of source, author and editor are ignored, unless an editor in "
            "charge, a reviewer or a counter is with them. A word that may be a button is "
            "flagged only next to another line of the page."
        ),
        category="design-and-markup/layout",
        severity=Severity.MINOR,
        langs=("en",),
        examples=(
            Example(
                "The plant grew.\n\nShare to WeChat\n\n2020-05-06  Views: 12\n\n[Print] [Close]",
                flagged=("Share to WeChat", "2020-05-06  Views: 12", "[Print] [Close]"),
                fixed="The plant grew.",
            ),
            Example(
                "The plant grew.\n\nHome > News > Plants\n\nPrevious: The mill\n\n"
                "Please leave your message here.\n\nSource: Suhe News  Editor in charge: Li Bo",
                flagged=(
                    "Home > News > Plants",
                    "Previous: The mill",
                    "Please leave your message here.",
                    "Source: Suhe News  Editor in charge: Li Bo",
                ),
                fixed="The plant grew.",
            ),
            Example(
                "The plant grew. (End)\n\nIt shut.(over)",
                flagged=(" (End)", "(over)"),
                fixed="The plant grew.\n\nIt shut.",
            ),
            Example("The plant grew (end to end). It is (over) there."),
            Example("Source: Suhe News  Editor: Li Bo\n\nShare your views with us. Print this."),
            Example(
                "The plant grew.\n\nShare to WeChat\n\nWeibo\n\nTop",
                flagged=("Share to WeChat", "Weibo", "Top"),
                fixed="The plant grew.",
            ),
            Example("© 2020 Suhe News\n\n" + "The plant has grown by a third in a year.\n\n" * 3),
            Example(
                "Top\n\nShares of WeChat rose.\n\nViews differ: 12 say so.\n\nHome is where it is."
            ),
        ),
    )

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield an issue for each boilerplate line and each agency end mark."""
        document = context.document
        lines = [
            line
            for block in document.blocks
            for line in _LINE.finditer(document.text, block.span.start, block.span.end)
        ]
        texts = [line[0] for line in lines]
        kinds: Sequence[str | None] = classify_lines(texts)
        if COPYRIGHT in kinds:
            is_technical = code_of(document, context.setup).is_technical
            kinds = without_notices_in_text(texts, kinds, is_documentation=is_technical)
        spans = [Span(*line.span()) for line in lines]
        removed = [kind is not None for kind in kinds]
        for number, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
            if kind:
                removal = removal_span(document.text, spans, number, removed)
                yield self._issue(document, _stripped(line), removal, kind)
            elif mark := _AGENCY_END_MARK.search(document.text, line.start(), line.end()):
                fix = Fix("Remove it", (Edit(Span(*mark.span()), ""),))
                message = f"Leftover end mark “{mark[0].strip()}” of a news agency. Remove it?"
                yield self.issue(Span(*mark.span()), message, fix)

    def _issue(self, document: Document, span: Span, removal: Span, kind: str) -> Issue:
        """Return the issue of a line, without a fix if the line is the whole text."""
        is_whole_text = span.of(document.text) == document.text.strip()
        if not document.source_map.is_replaceable(removal):  # markup of HTML or Markdown
            removal = span
        fix = Fix("Remove the line", (Edit(removal, ""),))
        message = f"Looks like leftover web page text ({kind}). Remove the line?"
        return self.issue(span, message, *(() if is_whole_text else (fix,)))


def _stripped(line: "re.Match[str]") -> Span:
    start = line.start() + len(line[0]) - len(line[0].lstrip())
    return Span(start, start + len(line[0].strip()))
