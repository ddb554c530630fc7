"""Hostile Markdown: random sources, their correction, and what a second parser sees in them."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from editkit import Linter
from editkit.core.glossary import Concept, Glossary, Term, TermStatus
from editkit.fixing.fix_loop import FixPolicy, FixResult, fix_file

TERMS = ("Harbour Motor", "I", "BK60", "VELOX αS", "co-op", "<b>", "a|b", "swap station", "O2")
REJECTED = {"Harbour Motor": ("Port Motor",), "swap station": ("power exchange station",)}
WORDS = (
    *("Harb0ur  Motor", "Harbour\u00a0Motor", "Port Motor", "HarbourMotor", "harbour motor"),
    *("Harb0ur\\\nMotor", "Harb0ur  \nMotor", "Harbour\nMotor", "power exchange station", "BK 6O"),
    *("VELOX aS", "coop", "l", "1", "|", "02", "a", "an apple", "the the", "teh", "x", "it", "A"),
    *("5 %", "3 kms", "$ 5", "“quoted”", '"quoted"', "'it'", "don t", "...", "--", "1,000", "§"),
    *("The end.", "Why ?", "however ,", "e.g.", "30 km", "U.S", "；", "，", "中文", "ﬁ", "é"),
)
MARKS = (
    *("*", "**", "_", "__", "~~", "~", "`", "``", "```", "[", "]", "](", "](x)", ")", "![", "<"),
    *("<b>", "</b>", "<br>", "<a href='x  y'>", "<!--", "-->", "<!---->", "<!-- a -- b -->", ">"),
    *("<https://a.b>", "&amp;", "&lt;", "&#42;", "\\", "\\*", "|", "\\|", "$", "$$", "{{", "}}"),
    *("{{<", ">}}", "{%", "%}", ":::", "[^1]", "[x]: y", "![a](b)", "www.x.org", "a@b.cd", "@"),
    *("[x][y]", "^", "<?", "?>", "<![CDATA[", "]]>", "<input disabled>", "=", "#", "{#id}"),
)
LINES = (
    *("\n", "\n", "\n\n", "\n\n", "\n> ", "\n- ", "\n1. ", "\n# ", "\n    ", "\n```\n", "\n~~~\n"),
    *(
        "\n| a | b |\n|--|:-:|\n| ",
        "\n---\n",
        "\n===\n",
        "\n--",
        "\n$$\n",
        "\n:::note ",
        "\r\n",
        "\\\n",
    ),
    *(
        "  \n",
        "\n[^1]: ",
        "\n[x]: ",
        "\n<div>\n",
        "\n<!--\n",
        "\n\t",
        "\n* ",
        "\n+ ",
        "\n  - ",
        "\r",
    ),
)
_FOOTNOTE = re.compile(r"(?<![^\r\n])([ \t>]*)\[\^[^\]\s]+\]:")
SPACES = ("", "", " ", " ", " ", "  ", "\u3000", "\u00a0", "\t", "\u200b")


@dataclass(frozen=True, slots=True)
class Correction:
    """A way to correct: the fixes that are made, and whether only terms are looked for."""

    policy: FixPolicy

    def correct(self, text: str) -> FixResult:
        """Return the corrected file."""
        linter = _linter(terms_only=self.policy.terms_only)
        return fix_file(
            linter.lint(text, format="markdown"),
            self.policy,
            lambda data: linter.lint(data.decode(), format="markdown"),
        )


CORRECTIONS = {
    "fix": Correction(FixPolicy()),
    "normalize": Correction(FixPolicy(terms_only=True)),
    "fix --unsafe": Correction(FixPolicy(unsafe=True)),
    "normalize --unsafe": Correction(FixPolicy(unsafe=True, terms_only=True)),
}


def random_markdown(choose: random.Random) -> str:
    """Return a short source of words, marks and line ends."""
    kinds = choose.choices((WORDS, MARKS, LINES), (5, 4, 2), k=choose.randint(1, 14))
    return "".join(choose.choice(kind) + choose.choice(SPACES) for kind in kinds)


def outline(source: str) -> list[tuple[object, ...]]:
    """Return what a second parser sees in a source, except for its text.

    The labels of footnotes are letters for it, since it knows no footnotes.
    """
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return list(_outline(parser.parse(_FOOTNOTE.sub(r"\1xx", source))))


def _outline(tokens: list[Token]) -> Iterator[tuple[object, ...]]:
    for token in tokens:
        if token.type not in {"text", "text_special", "softbreak"}:
            is_inline = token.type in {"inline", "image"}
            content = "" if is_inline else token.content
            yield (token.type, token.tag, token.nesting, token.level, dict(token.attrs), content)
            yield from _outline(token.children or [])


@cache
def _linter(*, terms_only: bool) -> Linter:
    concepts = (
        Concept(term, (Term(term), *(_rejected(text) for text in REJECTED.get(term, ()))))
        for term in TERMS
    )
    glossary = Glossary(tuple(concepts))
    if terms_only:
        return Linter(glossary=glossary, select=["term"])
    return Linter(glossary=glossary)


def _rejected(text: str) -> Term:
    return Term(text, status=TermStatus.DEPRECATED)
