"""inconsistent-word: a word written in two accepted spellings."""

from collections.abc import Iterator, Mapping

from editkit.checks.consistency._style_check import StyleCheck
from editkit.consistency.style_tally import StyleTally, StyleUse
from editkit.core.context import LintContext
from editkit.core.cues import cues
from editkit.core.document import Document
from editkit.core.errors import InputError
from editkit.core.rule import Example, Option, Rule
from editkit.core.setup import Setup
from editkit.core.taxonomy import Family, Scope, Severity
from editkit.languages.en.spelling.regional_spelling import (
    SpellingKind,
    has_regional_spelling,
    regional_spelling,
    respell,
)
from editkit.languages.en.spelling.spelling_alternatives import (
    alternative_spelling,
    alternatives_pattern,
)
from editkit.text.common_words import common_words


class InconsistentWord(StyleCheck):
    """Flags a word written in two accepted spellings."""

    rule = Rule(
        id="inconsistent-word",
        title="Inconsistent spelling of a word",
        family=Family.CONSISTENCY,
        summary="Word written in two ways that are both correct",
        rationale=(
            "Dictionaries have both adviser and advisor, e-mail and email, health care and "
            "healthcare, but a text keeps to one of them. Names and quotations are ignored."
        ),
        category="style/inconsistent-style",
        severity=Severity.INFO,
        scope=Scope.CORPUS,
        options=(Option("prefer", (), "preferred spellings, such as email or adviser"),),
        langs=("en",),
        examples=(
            Example(
                "An adviser met the board in May. The adviser left in June, and a new "
                "advisor followed.",
                flagged=("advisor",),
                fixed="An adviser met the board in May. The adviser left in June, and a new "
                "adviser followed.",
                in_manual=True,
            ),
            Example(
                "An adviser sent an e-mail. Advisors sent emails, the adviser an e-mail.",
                flagged=("Advisors", "emails"),
                fixed="An adviser sent an e-mail. Advisers sent e-mails, the adviser an e-mail.",
            ),
            Example(
                "It was cancelled and is being canceled. The cancelled show is back.",
                flagged=("canceled",),
                fixed="It was cancelled and is being cancelled. The cancelled show is back.",
            ),
            Example(
                "Healthcare by e-mail.",
                flagged=("e-mail",),
                fixed="Healthcare by email.",
                options={"prefer": ("email",)},
            ),
            Example("The advisor met the Harbour Adviser, “our adviser”, on the website."),
        ),
    )

    def __init__(self, setup: Setup) -> None:
        super().__init__(setup)
        for word in self.option("prefer", tuple):
            if not alternative_spelling(word):
                raise InputError(
                    f"{self.rule.id}: unknown spelling “{word}”. Use a word that has two "
                    "spellings."
                )

    def can_report(self, context: LintContext) -> bool:
        """Return whether the document has a word with another spelling."""
        has_alternative = alternatives_pattern().search(context.document.text)
        return bool(has_alternative) or has_regional_spelling(context.get(cues))

    def uses(self, document: Document) -> Iterator[StyleUse]:
        """Yield the words that have several accepted spellings."""
        text, uri = document.text, document.uri
        for span in common_words(document, alternative_spelling, alternatives_pattern()):
            if found := alternative_spelling(span.of(text)):
                yield StyleUse(uri, span, span.of(text), _topic(found.word), f"“{found.spelling}”")
        for span in common_words(document, regional_spelling):
            word = span.of(text)
            if (pair := regional_spelling(word)) and pair.kind is SpellingKind.WORD:
                yield StyleUse(uri, span, word, _topic(pair.root), pair.variety)

    def rewrite(self, use: StyleUse, style: str) -> str | None:
        """Return the word in another spelling, with the same ending and capital."""
        if not (found := alternative_spelling(use.text)):
            return respell(use.text)
        stem = style.strip("“”")
        return (stem[0].upper() + stem[1:] if use.text[0].isupper() else stem) + found.ending

    def policy(self, tally: StyleTally) -> Mapping[str, str]:  # noqa: ARG002
        """Return the spellings that the option `prefer` requires."""
        preferred = filter(None, map(alternative_spelling, self.option("prefer", tuple)))
        return {_topic(word.word): f"“{word.spelling}”" for word in preferred}


def _topic(word: str) -> str:
    return f"uses of “{word}”"
