"""Cased names: the table, and the places where another letter case is right."""

import pytest

from editkit import checks
from editkit.core.context import LintContext
from editkit.core.setup import Setup
from editkit.formats.markdown.format import Markdown
from editkit.languages.en.proper_names import cased_names
from editkit.languages.en.proper_names.cased_names import cased_name
from editkit.languages.en.word_list import is_english
from editkit.languages.prose_view import prose_view
from editkit.text.segmenter import segment


def miscased(text: str) -> list[str]:
    document = segment(Markdown().parse(text.encode(), uri="a.md", lang="en-US").documents[0])
    context = LintContext(prose_view(document, Setup()), Setup())
    issues = checks.load("miscased-name")(Setup()).run(context)
    return [issue.span.of(document.text) for issue in issues]


def test_every_listed_name_is_found_in_title_case() -> None:
    names = cased_names._names().values()  # noqa: SLF001

    assert len(names) > 100
    assert all(cased_name(name) is None for name in names)
    inner = [name for name in names if name != name.capitalize()]
    assert all(cased_name(name.capitalize()) == name for name in inner)


def test_no_listed_name_with_an_inner_capital_is_an_ordinary_word() -> None:
    inner = {name for name in cased_names._names().values() if name != name.capitalize()}  # noqa: SLF001

    assert {name for name in inner if is_english(name.lower())} == {"TypeScript"}  # rare word


@pytest.mark.parametrize(
    "text",
    [
        "Run mysql, or MYSQL in capitals.",
        "See `Github`, Github.com, Github-Pages, @Github and Github/pages.",
        "# Github Tools\n\nGithub Tools is a name.",
        "Call Mysql() or set Mysql_port.",
    ],
)
def test_other_letter_case_is_right(text: str) -> None:
    assert miscased(text) == []


def test_miscased_names_are_found_in_sentences_and_links() -> None:
    assert miscased("# Suhe\n\nSee [Github](a.md), Mysql’s site and BeiJing.") == [
        "Github",
        "Mysql",
        "BeiJing",
    ]
