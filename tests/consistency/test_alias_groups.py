"""Which names of one thing a text mixes, which prevails, and how severe that is."""

import pytest

from editkit.consistency.alias_groups import AliasConflict, AliasCounts
from editkit.consistency.alias_uses import alias_uses
from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.setup import Setup


def counts(text: str, uri: str = "a") -> AliasCounts:
    context = LintContext(Document.plain(text, lang="en"), Setup())
    return AliasCounts.of(uri, alias_uses(context))


def conflicts(text: str) -> list[AliasConflict]:
    return counts(text).conflicts("a")


def test_the_most_frequent_rival_prevails() -> None:
    [found] = conflicts("They like Macau. They left Macao by sea. They saw Macau again.")
    assert found.winner == "Macau"
    assert [use.text for use in found.losing] == ["Macao"]
    assert found.is_minor


@pytest.mark.parametrize(
    "text",
    [
        "The United States is large. The US is rich, and the US is young.",
        "The US is rich. The U.S. is large. The US is young.",
        "The UN met. The United Nations (UN) is old. The UN paid.",
        "The United Nations (UN) is old. The UN paid. The United Nations left.",
    ],
)
def test_a_full_name_and_its_short_form_are_usual(text: str) -> None:
    assert conflicts(text) == []


def test_going_back_and_forth_is_a_matter_of_style() -> None:
    [found] = conflicts("The US is rich. The United States is large. They left the US.")
    assert not found.is_minor
    assert found.winner == "US"


def test_mixing_on_both_sides_of_the_introduction_is_minor() -> None:
    [found] = conflicts("The UN met. The United Nations (UN) is old. The United Nations paid.")
    assert found.is_minor


def test_only_brackets_introduce_a_short_name() -> None:
    [found] = conflicts("The UN met. The UN and the United Nations met. The UN is old.")
    assert not found.is_minor


def test_an_issue_of_rivals_is_about_three_names_at_most() -> None:
    [found] = conflicts(
        "It was al-Qaeda that came. It was al Qaeda that left. It was al-Qaida that stayed."
        " It was al-Qaeda that won. It was al-Kaeda that lost."
    )
    assert found.names == {"al-Qaeda": 2, "al Qaeda": 1, "al-Qaida": 1}


def test_an_issue_of_style_is_about_three_names_at_most() -> None:
    [found] = conflicts(
        "They like the US. They like the United States. They like the U.S. now."
        " They like the USA. They like the US. They left the United States."
    )
    assert len(found.names) == 3


def test_rivals_in_other_documents_count() -> None:
    here, other = "They like Macau. They left Macau.", "Macao is old. Macao is rich. Macao grows."
    merged = counts(here).merge(counts(other, "b"))
    assert counts(here).conflicts("a") == merged.conflicts("b") == []
    [found] = merged.conflicts("a")
    assert (found.winner, len(found.losing)) == ("Macao", 2)


def test_short_forms_in_other_documents_do_not_count() -> None:
    merged = counts("They like the US. They left the US.").merge(
        counts("The United States is old. The United States is rich.", "b")
    )
    assert merged.conflicts("a") == merged.conflicts("b") == []


def test_a_full_and_a_short_name_are_compared_although_others_lose_elsewhere() -> None:
    here = "The WHO met. The World Health Organization paid. The WHO left."
    [alone] = counts(here).conflicts("a")
    other = counts("They left the World Health Organisation last week.", "b")
    [found] = counts(here).merge(other).conflicts("a")
    assert found == alone
