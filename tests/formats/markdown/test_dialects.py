r"""Constructs of Markdown dialects: what is prose in them, and what corrections leave alone."""

import pytest

import editkit
from editkit.core.glossary import Concept, Glossary, Term, TermStatus
from editkit.formats import format_named
from tests.rows import each_row

GLOSSARY = Glossary((Concept("1", (Term("ferry"), Term("boat", status=TermStatus.DEPRECATED))),))
OBJECT = "\ufffc"

CONSTRUCTS = [
    "{.boat}",
    "{#boat .boat kind='boat'}",
    "{: .boat}",
    "{:boat}",
    ":boat:",
    ":boat:`boat`",
    "{boat}`boat`",
    "[[boat]]",
    "![[boat|400]]",
    "[[boat#the boat]]",
    "[@boat]",
    "[see @boat, p. 5; @ferry]",
    "@boat",
    r"\(boat\)",
    r"\(x = boat\)",
    r"\[ boat^2 \]",
    r"\begin{align} boat &= 1 \end{align}",
    r"\ref{boat}",
    r"\@ref(fig:boat)",
    "%% the boat %%",
    "{{ boat }}",
    "{% boat %}",
    "$$boat$$",
    "`boat`",
    "<b boat>",
]
"""Constructs within a line."""
BLOCKS = [
    "::: {.boat}\nA {}.\n:::",
    ":::{boat}\n---\nboat: boat\n---\nA {}.\n:::",
    ":::note The boat\n:class: boat\n\nA {}.\n:::",
    '!!! boat "The boat"\n    A {}.\n\n    More {}s.',
    "??? boat\n    A {}.",
    '=== "A boat"\n    A {}.',
    "(boat)=\n# A {}",
    "%%\nA boat.\n\nA boat.\n%%\nA {}.",
    "{% highlight boat %}\na boat\n\nboat()\n{% endhighlight %}\nA {}.",
    "{{< highlight boat >}}\na boat\n\nboat()\n{{< /highlight >}}\nA {}.",
    "{% raw %}\nboat\n{% endraw %}\n\nA {}.",
    "\\[\nboat\n- boat\n= 1\n\\]\n\nA {}.",
    "\\begin{align}\nboat\n# boat\n\\end{align}\n\nA {}.",
    "{{< boat\n- boat\n>}}\n\nA {}.",
    "```{boat}\n:::boat\n```\n\nA {}.",
    '{"boat": "a boat", "x": {"y": ["boat"]}}\nA {}.',
    '{\n  "boat": "}"\n}\n\nA {}.',
    "+++\nboat = 'boat'\n+++\nA {}.",
    "---\nboat: boat\n---\nA {}.",
]
"""Blocks; `{}` is where the term is a word of prose."""


def fix(text: str) -> str:
    return editkit.fix(text, glossary=GLOSSARY, format="markdown")


def prose(text: str) -> str:
    [document] = editkit.lint(text, format="markdown").documents
    return document.document.text


@pytest.mark.parametrize("construct", CONSTRUCTS)
def test_a_construct_is_left_alone_in_its_line(construct: str) -> None:
    frames = "A boat {} here.\n\n# A boat {}\n\n- A boat: {}\n\n> ({}) boat\n"
    fixed = frames.replace("boat", "ferry")

    assert fix(frames.replace("{}", construct)) == fixed.replace("{}", construct)


@pytest.mark.parametrize("block", BLOCKS)
def test_only_the_prose_of_a_block_is_corrected(block: str) -> None:
    assert fix(block.replace("A {}", "A boat").replace("More {}s", "More boats")) == (
        block.replace("A {}", "A ferry").replace("More {}s", "More ferries")
    )


@pytest.mark.parametrize("text", [*CONSTRUCTS, *BLOCKS])
def test_a_change_in_a_construct_changes_the_structure(text: str) -> None:
    """The second parser protects the constructs, too."""
    before = f"{text}\n\nThe finish."

    assert not format_named("markdown").same_structure(before, before.replace("boat", "ferry"))
    assert format_named("markdown").same_structure(before, before.replace("finish", "start"))


@each_row(
    ("text", "expected"),
    [
        ("See [[boat|the boat]].", "See the boat."),
        ("A boat{.x} is :smile: here.", f"A boat is {OBJECT} here."),
        ("# A boat {#x .y}", "A boat"),
        (r"A \(see below\), \[sic\] and \[1\].", "A (see below), [sic] and [1]."),
        (r"A \[\*not\*\] formula", "A [*not*] formula"),
        ("At 10:30:15, a:b:c.", "At 10:30:15, a:b:c."),
        ("By 5%% and 6%% more", "By 5%% and 6%% more"),
        ("A {word} and {two words}", "A {word} and {two words}"),
        ("[[1]](x) a@b.cd", f"{OBJECT} {OBJECT}"),
        ("as shown [@doe99, p. 3]", f"as shown {OBJECT}"),
        ("!!! What a day", "!!! What a day"),
        ("{not json}\n\na", "{not json}\n\na"),
        ("A %% comment %% word", "A word"),
    ],
)
def test_prose(text: str, expected: str) -> None:
    assert prose(text) == expected


def test_a_correction_may_not_make_an_emoji() -> None:
    assert fix("A :the the: end") in {"A :the the: end", "A :the : end"}
