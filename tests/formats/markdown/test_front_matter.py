"""Values in front matter that are prose on demand."""

import pytest

from editkit.core.document import Document
from editkit.core.errors import InputError
from editkit.core.fix import Edit
from editkit.core.span import Span
from editkit.core.splices import apply_splices
from editkit.formats import format_named
from editkit.formats.markdown.front_matter import front_matter_end

FORMAT = format_named("markdown+title+summary")
YAML = """---
title: The one, two
slug: the-one
summary: >-
  Three four
  five.

  Six.
title-case: no
nested:
  title: no
---

Text.
"""
TOML = "+++\ntitle = 'One'\nsummary = \"Two\"\nx = 1\n[a]\ntitle = 'no'\n+++\nText.\n"
JSON = '{\n  "title": "One",\n  "x": {\n    "title": "no"\n  },\n  "summary": "Two"\n}\nText.\n'


def parsed(raw: str) -> Document:
    return FORMAT.parse(raw.encode(), uri="a.md", lang="en").documents[0]


def edited(raw: str, old: str, new: str) -> str | None:
    document = parsed(raw)
    at = document.text.index(old)
    splices = FORMAT.splices(document, [Edit(Span(at, at + len(old)), new)])
    return None if splices is None else apply_splices(raw, splices)


@pytest.mark.parametrize(
    ("raw", "prose"),
    [
        (YAML, ["The one, two", "Three four", "five.", "Six.", "Text."]),
        (TOML, ["One", "Two", "Text."]),
        (JSON, ["One", "Two", "Text."]),
        ("---\ntitle: \"One: two\"\nsummary: 'Three'\n---\n", ["One: two", "Three"]),
        ("---\ntitle: \"a \\\"b\\\"\"\nsummary: 'it''s'\n---\n", []),
        ("---\ntitle: [a, b]\nsummary: &x y\n---\n", []),
        ("---\ntitle: one # two\nsummary: a: b\n---\n", []),
        ("---\r\ntitle: One\r\n---\r\nText.", ["One", "Text."]),
    ],
)
def test_values_are_prose(raw: str, prose: list[str]) -> None:
    document = parsed(raw)

    assert [block.span.of(document.text) for block in document.blocks] == prose
    text = raw.replace("\r\n", "\n")
    plain = format_named("markdown").parse(text.encode(), uri="a", lang="en").documents[0]
    assert plain.text == text[front_matter_end(text) :].strip()


@pytest.mark.parametrize(
    ("raw", "old", "new", "result"),
    [
        (YAML, "one, two", "1", YAML.replace("one, two", "1")),
        (YAML, "four", "4", YAML.replace("four", "4")),
        (YAML, "one,", "one:", None),
        (YAML, "The", "- The", None),
        (TOML, "One", "'One'", None),
        (JSON, "Two", 'a "b"', None),
        (JSON, "Two", "2 and 3", JSON.replace("Two", "2 and 3")),
    ],
)
def test_edits_keep_the_values_apart(raw: str, old: str, new: str, result: str | None) -> None:
    assert edited(raw, old, new) == result


def test_the_second_parser_sees_the_other_keys() -> None:
    assert FORMAT.same_structure(YAML, YAML.replace("one, two", "1"))
    assert not FORMAT.same_structure(YAML, YAML.replace("the-one", "the-1"))
    assert not format_named("markdown").same_structure(YAML, YAML.replace("one, two", "1"))


@pytest.mark.parametrize("name", ["plain+title", "markdown+", "markdown+a b", "x+title"])
def test_other_names_are_refused(name: str) -> None:
    with pytest.raises(InputError):
        format_named(name)
