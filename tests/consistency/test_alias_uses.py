"""Which places of a text use a name of a thing, and where the text explains it."""

import pytest

from editkit.consistency.alias_uses import TopicUses, alias_uses
from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.setup import Setup
from tests.rows import each_row


def uses(text: str) -> list[TopicUses]:
    return list(alias_uses(LintContext(Document.plain(text, lang="en"), Setup())))


def names(text: str) -> list[str]:
    return [use.name for each in uses(text) for use in each.uses]


@each_row(
    "text",
    [
        "The Bank of Macau is old.",
        "He reads U.S. News daily.",
        "He ate Peking duck there.",
        "It costs 5 million yuan now.",
        "He wrote “in Kiev” there.",
        "TRADE WITH MACAU GROWS FAST",
        "Ferries Bring Visitors Back to Macau",
        "The group (Macau) met.",
        "They met in Boston, USA.",
        "In the 19th century Canton was a port.",
        "In 1905 they lived in Peking.",
    ],
)
def test_a_name_within_another_use_is_no_use(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They live in Macau now.", "Macau"),
        ("In Macau, rents fell.", "Macau"),
        ("The KMT's National Bureau met.", "KMT"),
        ("In a crisis in Taiwan, U.S. forces land.", "U.S."),
        ("They left Canton in 2019.", "Canton"),
        ("Trade with Japan and the United States grew.", "United States"),
    ],
)
def test_a_name_in_running_text_is_a_use(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    ("text", "is_explained"),
    [
        ("Kyiv (formerly Kiev) is large.", True),
        ("Macau, also spelled Macao, is small.", True),
        ("The United States (the “US”) is large.", True),
        ("Kyiv and Kiev are two spellings.", True),
        ("Kyiv is large, and they like Kiev.", False),
        ("They like Kyiv. Kiev is large.", False),
    ],
)
def test_a_text_explains_that_two_names_are_one_thing(text: str, *, is_explained: bool) -> None:
    found = uses(f"{text} So they say of Kyiv, of Macau and of the US.")
    assert any(each.is_explained for each in found) is is_explained
