"""Tests of toolsets: only the checks for a document's language run."""

from editkit.checks import BUILTIN
from editkit.config import Settings
from editkit.core.document import Document
from editkit.linting.toolset import build_toolset
from editkit.text.segmenter import segment

ANY_LANGUAGE = frozenset(
    "calque confusable-term deprecated-term incomplete-term inconsistent-heading-stop "
    "inconsistent-name inconsistent-spelling inconsistent-variant invisible-character "
    "misabbreviated-term miscased-term misspaced-term misspelled-acronym misspelled-term "
    "padded-term reordered-term repeated-blank-line repeated-space unbalanced-brackets".split()
)
"""The rules that run on a text in any language; all others are rules of English."""


def rules_of(text: str, lang: str) -> set[str]:
    """Return the rules that report issues in a text of one language."""
    document = segment(Document.plain(text, lang=lang))
    issues, failed = build_toolset(Settings(lang=lang)).run_checks(document)
    assert not failed
    return {issue.rule for issue in issues}


def test_rules_of_other_languages_do_not_run() -> None:
    english = {check.rule.id for check in BUILTIN} - ANY_LANGUAGE
    examples = [
        example.text for check in BUILTIN for example in check.rule.examples if example.flagged
    ]
    text = "\n\n".join(examples)
    declared = {check.rule.id for check in BUILTIN if check.rule.applies_to("de-DE")}

    assert declared == ANY_LANGUAGE

    assert len(english & rules_of(text, "en-GB")) > 40
    assert rules_of(text, "de-DE").isdisjoint(english)
    assert "invisible-character" in rules_of("Ein un\u200bsichtbares Zeichen.", "de-DE")


def test_a_text_without_a_language_is_checked_by_all() -> None:
    assert "repeated-word" in rules_of("The the plant.", "und")
