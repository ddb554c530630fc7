"""Harper engine."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from editkit.core.document import Document
from editkit.core.glossary import Concept, Glossary, Term
from editkit.core.issue import Issue
from editkit.core.setup import Setup
from editkit.core.taxonomy import Family
from editkit.engines.findings import FindingPolicy
from editkit.engines.harper.engine import Harper
from tests.engines.tables import all_enabled


@pytest.fixture(scope="module")
def harper() -> Harper:
    setup = Setup(Glossary((Concept("c", (Term("glimwort"),)),)))
    return Harper(setup, policy=FindingPolicy(setup, all_enabled("harper")))


def run(harper: Harper, text: str, lang: str = "en-US") -> tuple[Issue, ...]:
    (issues,) = harper.run([Document.plain(text, lang=lang)])
    assert isinstance(issues, tuple)
    return issues


def test_an_issue_is_placed_after_an_emoji(harper: Harper) -> None:
    text = "😀😀 They would stationed there."

    (issue,) = run(harper, text)

    assert (issue.rule, issue.family) == ("harper/ModalBeAdjective", Family.GRAMMAR)
    assert issue.span.of(text) == "would"
    assert [fix.edits[0].text for fix in issue.fixes] == ["would be"]
    assert issue.message == (
        "You may be missing the word “be” between this modal verb and adjective."
    )


def test_glossary_words_and_names_are_known(harper: Harper) -> None:
    assert [i.fixes[0].title for i in run(harper, "The glimworts of Qingxo are a companny.")] == [
        "Replace with “company”"
    ]


def test_the_dialect_follows_the_language_tag(harper: Harper) -> None:
    text = "The colour is nice."

    assert len(run(harper, text)) == 1
    assert run(harper, text, "en-GB") == ()


def test_a_lone_surrogate_is_accepted(harper: Harper) -> None:
    assert len(run(harper, "A \ud83d companny.")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Ge spoke. The goods of Ha Noi Co., Ltd. made it there.",
        "The new line is a red line, and the minority re-established common sense.",
        "Vehicles, of which new ones are half, returned to normal and are very good.",
    ],
)
def test_stylistic_and_unreliable_rules_are_disabled(text: str) -> None:
    assert run(Harper(Setup()), text) == ()


def test_several_threads_can_use_it(harper: Harper) -> None:
    texts = ["He go to school."] * 8
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(lambda text: len(run(harper, text)), texts))

    assert found == [1] * 8
