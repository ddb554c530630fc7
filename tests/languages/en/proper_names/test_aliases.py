"""The table of aliases: its rows are sound, and its names are found in a text."""

from collections import Counter

import pytest

from editkit.languages.en.proper_names.aliases import AliasTopic, alias_topics, topics_in

TOPICS = {topic.label: topic for topic in alias_topics()}


def test_no_name_is_in_two_topics() -> None:
    names = Counter(alias.bare for topic in alias_topics() for alias in topic.aliases)
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize("topic", alias_topics(), ids=lambda topic: topic.label)
def test_the_pattern_of_a_topic_distinguishes_its_names(topic: AliasTopic) -> None:
    assert len({alias.text.replace(".", "") for alias in topic.aliases}) > 1
    for alias in topic.aliases:
        for text in (alias.text, alias.bare):
            [found] = topic.pattern.finditer(f"({text})")
            assert topic.alias_of(found[0]) is alias


@pytest.mark.parametrize("topic", alias_topics(), ids=lambda topic: topic.label)
def test_no_topic_is_skipped_in_a_text_with_two_of_its_names(topic: AliasTopic) -> None:
    first, other = topic.aliases[0], topic.aliases[-1]
    text = f"{first.text} and {other.text}"
    words = first.words | other.words
    assert topic in topics_in(words)
    assert topic.may_conflict(text, words)


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
