"""Tests of toolsets: only the checks for a document's language run."""

from editkit.checks import BUILTIN
from editkit.config import Settings
from editkit.core.document import Document
from editkit.linting.toolset import build_toolset
from editkit.text.segmenter import segment


def rules_of(text: str, lang: str) -> set[str]:
    """Return the rules that report issues in a text of one language."""
    document = segment(Document.plain(text, lang=lang))
    issues, failed = build_toolset(Settings(lang=lang)).run_checks(document)
    assert not failed
    return {issue.rule for issue in issues}


def test_rules_of_other_languages_do_not_run() -> None:
    english = {check.rule.id for check in BUILTIN if check.rule.langs == ("en",)}
    examples = [
        example.text for check in BUILTIN for example in check.rule.examples if example.flagged
    ]
    text = "\n\n".join(examples)

    assert len(english & rules_of(text, "en-GB")) > 40
    assert rules_of(text, "de-DE").isdisjoint(english)
    assert "invisible-character" in rules_of("Ein un\u200bsichtbares Zeichen.", "de-DE")


def test_a_text_without_a_language_is_checked_by_all() -> None:
    assert "repeated-word" in rules_of("The the plant.", "und")
