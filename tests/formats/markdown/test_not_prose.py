"""Places in Markdown that corrections leave alone."""

import pytest

import editkit
from editkit.core.fix import Edit
from editkit.core.glossary import Concept, Glossary, Term
from editkit.core.span import Span
from editkit.formats import format_named
from tests.rows import each_row

GLOSSARY = Glossary((Concept("1", (Term("Harbour Motor"),)), Concept("2", (Term("I"),))))


def fix(text: str) -> str:
    return editkit.fix(text, glossary=GLOSSARY, format="markdown")


@each_row(
    "text",
    [
        "A <!-- note -- Harb0ur  Motor --> plant.",
        "A <!--- Harb0ur  Motor ---> plant.",
        "Text <!-- <b>Harb0ur  Motor</b> --> more.",
        "Text <!--\nHarb0ur  Motor\n--> more.",
        "Text <? Harb0ur  Motor ?> more.",
        "Text <input disabled> <a title='Harb0ur  Motor' hidden>more</a>.",
        "Use ` ``Harb0ur  Motor` now.",
        "Use `a``Harb0ur  Motor` now.",
        "*o <b>* m",
        "y **<!---->** v",
        "A *\u3000note* here.",
        "5 *\u00a0x* 6",
        "|b\n--",
        "$$\nHarb0ur  Motor\n$$",
        "> $$\n> Harb0ur  Motor\n> - the the\n> $$",
        "$$\na\n\nHarb0ur  Motor\n$$",
        "$$ a\n\nHarb0ur  Motor $$\n",
        "A \\`Harb0ur  Motor` b",
        "{{< Harb0ur  Motor >}}",
        "{% Harb0ur  Motor %}",
        "A {{ Harb0ur  Motor }} plant.",
        ":::note Harb0ur  Motor",
        "See the page [](usage.md).\nIt is in [](a.md), too.",
    ],
)
def test_no_fix_is_proposed(text: str) -> None:
    """The second parser, which would reject some of them, is not asked by `lint`."""
    found = editkit.lint(text, glossary=GLOSSARY, format="markdown")

    assert not [fix for placed in found.issues for fix in placed.fixes]
    assert fix(text) == text


@each_row(
    ("text", "fixed"),
    [
        ("Harb0ur\\\nMotor", "Harbour\\\nMotor"),
        ("Harb0ur  \nMotor", "Harbour  \nMotor"),
        ("The `a` Harb0ur  Motor `b`.", "The `a` Harbour Motor `b`."),
        ("A ` Harb0ur  Motor", "A ` Harbour Motor"),
        ("A \\`Harb0ur  Motor b", "A \\`Harbour Motor b"),
        ("A <!-- Harb0ur  Motor", "A <!-- Harbour Motor"),
        ("A <!--> Harb0ur  Motor -->", "A <!--> Harbour Motor -->"),
        ("A {{ Harb0ur  Motor", "A {{ Harbour Motor"),
        ("$$ a\n$$\n\nHarb0ur  Motor\n\n$$ b\n$$", "$$ a\n$$\n\nHarbour Motor\n\n$$ b\n$$"),
        (
            "$$\n\nThe Harb0ur  Motor is at the river.\n\n$$\na\n$$",
            "$$\n\nThe Harbour Motor is at the river.\n\n$$\na\n$$",
        ),
        (":::note x\nHarb0ur  Motor\n:::", ":::note x\nHarbour Motor\n:::"),
        ("It is the\\\nthe end.", "It is the\\\nend."),
        ("*Harb0ur  Motor* , it", "*Harbour Motor*, it"),
        ("An end **(a)** : it", "An end **(a)**: it"),
    ],
)
def test_prose_next_to_it_is_corrected(text: str, fixed: str) -> None:
    assert fix(text) == fixed


def test_a_template_tag_is_a_part_of_its_sentence() -> None:
    [document] = editkit.lint("A {{ b }} c <!-- d --> e.", format="markdown").documents

    assert document.document.text == "A \ufffc c e."


def test_a_line_break_element_before_a_line_end_is_read() -> None:
    [document] = editkit.lint("a\n\t<br>\t\n\tb", format="markdown").documents

    assert document.document.text.split() == ["a", "b"]


@pytest.mark.parametrize("unit", ["a**b", "![a](b) "])
def test_a_block_with_very_many_marks_is_read_as_text(unit: str) -> None:
    """The parser needs quadratic time for them."""
    [few] = editkit.lint(unit * 100, format="markdown").documents
    [many] = editkit.lint(unit * 3000, format="markdown").documents

    assert len(few.document.text) < len(unit) * 80
    assert many.document.text == (unit * 3000).strip()


@pytest.mark.parametrize("mark", "*_")
def test_a_very_long_run_of_marks_is_read_as_text(mark: str) -> None:
    run = f"{mark * 2000}a{mark * 2000}"

    assert editkit.lint(run, format="markdown").documents[0].document.text == run


@pytest.mark.parametrize("text", ["one\\\ntwo", "one  \ntwo", "one<br>two"])
@pytest.mark.parametrize("new", ["onetwo", "one, then two", "two"])
def test_a_hard_line_break_cannot_be_removed(text: str, new: str) -> None:
    markdown = format_named("markdown")
    [document] = markdown.parse(text.encode(), uri="a.md", lang="en").documents

    assert document.text == "one\ntwo"
    assert markdown.splices(document, [Edit(Span(0, 7), new)]) is None
