"""The table of aliases: its rows are sound, and its names are found in a text."""

from collections import Counter

import pytest

from editkit.languages.en.proper_names.aliases import AliasTopic, alias_topics, topics_in

TOPICS = {topic.label: topic for topic in alias_topics()}


def test_no_name_is_in_two_topics() -> None:
    names = Counter(alias.bare for topic in alias_topics() for alias in topic.aliases)
    assert [name for name, count in names.items() if count > 1] == []


def confused_names(topic: AliasTopic) -> list[str]:
    """Return the names of a topic that its pattern does not find as just that name."""
    return [
        text
        for alias in topic.aliases
        for text in (alias.text, alias.bare)
        if [topic.alias_of(found[0]) for found in topic.pattern.finditer(f"({text})")] != [alias]
    ]


def test_the_pattern_of_each_topic_distinguishes_its_names() -> None:
    confused = {
        label: names for label, topic in TOPICS.items() if (names := confused_names(topic))
    }

    assert confused == {}


def test_each_topic_has_names_that_differ_in_more_than_periods() -> None:
    names = {
        label: {alias.text.replace(".", "") for alias in topic.aliases}
        for label, topic in TOPICS.items()
    }

    assert len(TOPICS) == len(alias_topics()) > 100
    assert [label for label, distinct in names.items() if len(distinct) < 2] == []


def test_no_topic_is_skipped_in_a_text_with_two_of_its_names() -> None:
    skipped = []
    for label, topic in TOPICS.items():
        first, other = topic.aliases[0], topic.aliases[-1]
        words = first.words | other.words
        text = f"{first.text} and {other.text}"
        if topic not in topics_in(words) or not topic.may_conflict(text, words):
            skipped.append(label)

    assert skipped == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the U.S.-led group, US$5, us, USB and the US", ["US"]),
        ("the U.S. and\nthe United\nStates", ["U.S.", "United States"]),
        ("www.us.example/US or /US/", []),
    ],
)
def test_only_whole_names_match(text: str, names: list[str]) -> None:
    topic = TOPICS["United States"]
    assert [topic.alias_of(found[0]).text for found in topic.pattern.finditer(text)] == names


def test_a_lowercase_name_may_begin_a_sentence() -> None:
    topic = TOPICS["artificial intelligence"]
    found = topic.pattern.search("Artificial intelligence is new.")
    assert found
    assert topic.alias_of(found[0]).text == "artificial intelligence"
