"""miscased-name: a well-known name in other capitals than its owner writes."""

from collections.abc import Iterator

from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.core.document import BlockKind, Document
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.languages.en.proper_names.cased_names import cased_name

_WORD = lazy_pattern(r"(?<![\w.@#/\\:&'’-])(?=[a-z]*[A-Z])[A-Za-z]{4,}(?![\w@/\\:&-]|\.\w|\()")
"""A word of its own; next to code, an address or a hyphen it may be part of another name."""


class MiscasedName(Check):
    """Flags `Github`, `Mysql` and `ShenZhen`."""

    rule = Rule(
        id="miscased-name",
        title="Letter case of a name",
        family=Family.SPELLING,
        summary="Well-known name in the wrong letter case",
        rationale=(
            "The owner of a name decides on its capitals: GitHub, MySQL, iPhone. Names of "
            "Chinese cities and companies in pinyin have one capital (Shenzhen). Lowercase "
            "words are ignored, because they may be commands, and so are names in the first "
            "heading, which are the subject of the text."
        ),
        category="linguistic-conventions/spelling",
        severity=Severity.MINOR,
        langs=("en",),
        examples=(
            Example(
                "The code is published on Github.",
                flagged=("Github",),
                fixed="The code is published on GitHub.",
                in_manual=True,
            ),
            Example(
                "We keep it on Github in ShenZhen, with Mysql and Javascript.",
                flagged=("Github", "ShenZhen", "Mysql", "Javascript"),
                fixed="We keep it on GitHub in Shenzhen, with MySQL and JavaScript.",
            ),
            Example("GitHub is at github.com. Run mysql, Mysql.connect() or Mysql-proxy."),
        ),
    )

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield an issue for each miscased name."""
        document = context.document
        own_names = _own_names(document)
        for found in _WORD.finditer(document.text):
            word = found[0]
            name = cased_name(word)
            if name is None or word in own_names:
                continue
            span = Span(*found.span())
            fix = Fix(f"Use “{name}”", (Edit(span, name),), Safety.REVIEW)
            message = f"Wrong letter case of a name. Use “{name}”."
            yield self.issue(span, message, fix, confidence=Confidence.HIGH)


def _own_names(document: Document) -> frozenset[str]:
    """Return the words of the first heading, which may name the product of the text itself."""
    for block in document.blocks:
        if block.kind is BlockKind.HEADING:
            return frozenset(_WORD.findall(block.span.of(document.text)))
    return frozenset()
