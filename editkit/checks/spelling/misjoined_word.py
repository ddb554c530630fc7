"""misjoined-word: words run together, or one word split."""

from editkit.checks.phrase_check import PhraseCheck
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Scope, Severity


class MisjoinedWord(PhraseCheck):
    """Flags words run together, and words split in two."""

    rule = Rule(
        id="misjoined-word",
        title="Words run together or split",
        family=Family.SPELLING,
        summary="Words run together, or one word split in two",
        rationale=(
            "“Alot” and “infact” are two words each; “some thing” and “web site” are one. A "
            "checker that reads word by word flags “alot” but not “some thing”."
        ),
        category="linguistic-conventions/spelling",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "Alot of visitors came by train.",
                flagged=("Alot",),
                fixed="A lot of visitors came by train.",
                in_manual=True,
            ),
            Example(
                "Alot of it is, infact, some thing new.",
                flagged=("Alot", "infact", "some thing"),
                fixed="A lot of it is, in fact, something new.",
            ),
            Example(
                "The grand mother shopped, or bought on line.",
                flagged=("grand mother", "on line"),
                fixed="The grandmother shopped, or bought online.",
            ),
            Example("A lot of it stood on line 4. Is it of your self? No body was found."),
        ),
    )
    message_template = "Misjoined word. Use “{correction}”."
