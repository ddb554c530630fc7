"""Repeated words: those next to each other in the source, not only in the prose."""

import pytest

from editkit import checks
from editkit.core.context import LintContext
from editkit.core.setup import Setup
from editkit.formats.markdown.format import Markdown
from editkit.text.segmenter import segment


def flagged(text: str) -> list[str]:
    [document] = Markdown().parse(text.encode(), uri="a.md", lang="en-US").documents
    context = LintContext(segment(document), Setup())
    issues = checks.load("repeated-word")(context.setup).run(context)
    return [issue.span.of(context.document.text) for issue in issues]


@pytest.mark.parametrize(
    "text",
    [
        "![harbor](a.svg) ![harbor](b.svg)\n",
        "[![harbor](a.svg)](a) [![harbor](b.svg)](b)\n",
        "Click **Add to** to add it.\n",
        "Open the Harbor ![harbor](a.svg) page.\n",
        "* harbor &nbsp;&nbsp; harbor master\n",
        "It has a Harbor harbor.\n",
    ],
)
def test_words_that_markup_or_layout_separates_are_not_repeated(text: str) -> None:
    assert flagged(text) == []


def test_words_next_to_each_other_are_repeated() -> None:
    assert flagged("It saw **the the** harbor of\nof Suhe.\n") == ["the the", "of\nof"]
    assert flagged("It saw the the harbor of\r\nof Suhe.\r\n") == ["the the", "of\nof"]
    assert flagged("It it is new. We we saw it.\n") == ["It it", "We we"]
