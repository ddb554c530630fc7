"""MDX: prose, and the code that corrections leave alone."""

import pytest

import editkit
from editkit.core.glossary import Concept, Glossary, Term, TermStatus
from editkit.formats import format_named, format_of
from editkit.formats.markdown.jsx import mask_jsx
from tests.rows import each_row

GLOSSARY = Glossary((Concept("1", (Term("ferry"), Term("boat", status=TermStatus.DEPRECATED))),))
MDX = format_named("mdx")
OBJECT = "\ufffc"

CODE = [
    "import Boat from './boat'\nimport { boat } from 'boat'",
    "export const boat = {\n  boat: 1,\n}",
    '<Chart data={boat} kind="boat" />',
    '<Tabs\n  items={["boat",\n\n  "boat"]}\n  title="a boat">\n</Tabs>',
    "{boat.map(boat => (\n  <li>a boat</li>\n\n  - boat\n))}",
    "{/* a boat */}",
    "```jsx\n<Boat a={boat} />\n```",
    "<!-- boat -->",
]
INLINE = [
    "{boat}",
    "<Boat a={() => boat > 1} b='boat'/>",
    "`{boat}`",
    "{{boat: {a: 1}}}",
    "{.boat}",
]


def prose(raw: str) -> str:
    [document] = MDX.parse(raw.encode(), uri="a.mdx", lang="en").documents
    return document.text


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("code", CODE)
def test_code_is_left_alone(code: str, newline: str) -> None:
    text = f"{code}\n\n# A boat\n\nThe boat.\n\n{code}\n".replace("\n", newline)

    assert editkit.fix(text, glossary=GLOSSARY, format="mdx") == (
        text.replace("A boat", "A ferry").replace("The boat.", "The ferry.")
    )


@pytest.mark.parametrize("code", INLINE)
def test_code_in_a_line_is_left_alone(code: str) -> None:
    text = f"A boat {code} and <b>a boat</b>\n\n<div>\n  The boat {code}\n</div>\n"

    assert editkit.fix(text, glossary=GLOSSARY, format="mdx") == (
        text.replace("A boat", "A ferry").replace("a boat", "a ferry").replace("The b", "The f", 1)
    ).replace("The foat", "The ferry")


@pytest.mark.parametrize("text", [*CODE, *INLINE])
def test_a_change_in_code_changes_the_structure(text: str) -> None:
    before = f"{text}\n\nA word.\n"

    assert not MDX.same_structure(before, before.replace("boat", "ferry"))
    assert MDX.same_structure(before, before.replace("word", "term"))


@each_row(
    ("raw", "expected"),
    [
        ("# a {#b}", "a"),
        ("a {b} c{' '}d {/* e */} f", f"a {OBJECT} c{OBJECT}d f"),
        ("<Note>\n  one *two*\n</Note>", "one *two*"),
        ("<Note>\n\none *two*\n\n</Note>", "one two"),
        ("<>\none\n</>", "one"),
        ("one \\{two} \\<three", "one {two} <three"),
        ("one {two", "one {two"),
        ("one {} two", "one {} two"),
        ("a {b\n\nc} d", "a\n\nd"),
        ("one <two three", "one <two three"),
        ("one\nimport two\n\nexports are three", "one\nimport two\n\nexports are three"),
        ("汽车 {x} 车", f"汽车 {OBJECT} 车"),
    ],
)
def test_prose(raw: str, expected: str) -> None:
    assert prose(raw) == expected


def test_only_mdx_has_expressions() -> None:
    raw = "import one\n\ntwo {three four}"
    [document] = format_named("markdown").parse(raw.encode(), uri="a", lang="en").documents

    assert (document.text, prose(raw)) == (raw, f"two {OBJECT}")


def test_suffixes() -> None:
    assert [format_of(name).name for name in ("a.mdx", "a.qmd", "a.Rmd")] == [
        "mdx",
        "markdown",
        "markdown",
    ]


@pytest.mark.parametrize("unit", ["<a", '<a "', "{", "}", "{<", "<!--", "`", "<a {", "```\n"])
def test_unclosed_code_is_left_alone(unit: str) -> None:
    text = unit * 200

    assert mask_jsx(text).text == text
