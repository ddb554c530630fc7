"""Hostile patterns whose length can be doubled, for `growth.py`."""

from collections.abc import Callable
from dataclasses import dataclass

from editkit.core.glossary import Concept, Glossary, Term, TermStatus

_TABLE = "| a | b |\n|---|---|\n"
_NAMES = ("Harbour Motor", "BK60", "VELOX αS", "Bay Area Transit Authority (BATA)")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A text of any length: `text(count)` has `count` repetitions.

    `min_length` is the length in code points from which the time is linear: in shorter blocks of
    Markdown, each fix is verified by parsing its block.
    """

    name: str
    text: Callable[[int], str]
    glossary: Glossary
    min_length: int = 2_000


def _glossary(*terms: str, rejected: tuple[str, ...] = ()) -> Glossary:
    concepts = [Concept(term, (Term(term),)) for term in terms]
    for number, text in enumerate(rejected):
        right = f"Right Term {number}"
        others = (Term(right), Term(text, status=TermStatus.DEPRECATED))
        concepts.append(Concept(right, others))
    return Glossary(tuple(concepts))


_GLOSSARY = _glossary(*_NAMES, rejected=("Port Motor",))


def _repeat(
    name: str, unit: str, glossary: Glossary = _GLOSSARY, *, min_length: int = 2_000
) -> Pattern:
    return Pattern(name, lambda count: unit * count, glossary, min_length)


def _numbered(name: str, unit: str, glossary: Glossary = _GLOSSARY) -> Pattern:
    """Return a pattern whose repetitions differ in a number and in a word."""
    return Pattern(
        name,
        lambda count: "".join(unit.format(n=n, w=_word(n)) for n in range(count)),
        glossary,
    )


def _nested(name: str, opening: str, inner: str, closing: str) -> Pattern:
    return Pattern(name, lambda count: opening * count + inner + closing * count, _GLOSSARY)


def _word(number: int) -> str:
    """Return a word of letters for a number; few words are similar."""
    letters, number = "", number * 2_654_435_761 % 64**5 + 64**5
    while True:
        letters += "bcdfghklmnprstvz"[number % 16] + "aeio"[number // 16 % 4]
        number //= 64
        if not number:
            return letters


def _close_name(number: int) -> str:
    """Return one of many names, each of which differs in one letter from a few others."""
    return "Kess" + "".join("ae"[int(bit)] + "n" for bit in f"{number:014b}") + " Fund "


def _item(number: int) -> str:
    return "  " * (number % 40) + "- a\n"


def _backticks(number: int) -> str:
    return "`" * (number % 200) + " "


_TERMS = (
    _repeat("term <b>", "<b>", _glossary("<b>")),
    _repeat("term |", "|", _glossary("|")),
    _repeat("term I, bars", "|", _glossary("I")),
    _repeat("term I, ones", "1", _glossary("I")),
    _repeat("nested terms", "alpha ", _glossary(*(" ".join(["alpha"] * k) for k in range(1, 41)))),
    _repeat("nested terms, typos", "alpho ", _glossary("alpha alpha", "alpha alpha alpha")),
    _repeat("overlapping terms", "red blue ", _glossary("red blue", "blue red", "red blue red")),
    _repeat("terms", "Harbour Motor and BK60. "),
    _repeat("rejected terms", "The Port Motor. "),
    _repeat("typos of terms", "Harbuor Motor "),
    _repeat("typos in one word", "Harbuor-Motor-"),
    _repeat("half terms", "Harbour "),
    _repeat("misspaced terms", "Harbour  Motor "),
    _repeat("terms without spaces", "HarbourMotor"),
    _repeat("look-alikes", "BK6O "),
    _repeat("hyphenated terms", "Harbour-Motor-"),
    _repeat("hyphenated chain", "red-blue-", _glossary("red-blue", "blue-red", "red-blue-red")),
    _repeat("hyphenated chain, spaced", "red-blue ", _glossary("red-blue", "blue-red")),
    _numbered("hyphenated chain, words", "red-{w}-blue-", _glossary("red-blue", "blue-red")),
    _repeat("terms over lines", "Harbour\nMotor\n"),
    _repeat("reordered terms", "Motor Harbour "),
    _repeat("padded terms", "Harbour New Motor "),
    _repeat("one capital run", "BATA"),
    _repeat("swapped acronyms", "BTAA "),
    _repeat("invisible characters", "Har\u200bbour Motor "),
    _repeat("no-break spaces", "Harbour\u00a0Motor "),
)
_NAME_PATTERNS = (
    _numbered("names", "Mr {w} Hollins met the {w} Board. "),
    Pattern(
        "capitalized names",
        lambda n: "".join(
            f"At {_word(k).title()} {_word(k + 7).title()} we met. " for k in range(n)
        ),
        _GLOSSARY,
    ),
    Pattern("names one letter apart", lambda n: "".join(map(_close_name, range(n))), _GLOSSARY),
    _numbered("growing names", "The {w} Bay Fund and the Bay Fund. "),
    _repeat("one long name", "Harbour Fund "),
    _numbered("abbreviations", "the {w} Fund Board ({w}FB) "),
    _repeat("the same abbreviation", "Fund Board Bank (FBB) "),
    _numbered("unknown acronyms", "N{n}X "),
    _repeat("initials", "J. K. "),
    _repeat("dotted initials", "U.S."),
    _numbered("compounds", "{w}-{w} and {w} {w} and {w}{w} "),
    _repeat("repeated words", "the "),
    _numbered("spelling variants", "colour color {w} "),
    _repeat("capitalized words", "Word "),
    _repeat("titles", "Dr. "),
)
_PUNCTUATION = (
    *(_repeat(f"only {mark}", mark) for mark in "\"'“’()[]<.,-…*_`|$ \n，"),
    _repeat("quoted words", '"word" '),
    _repeat("open quotes", "“word "),
    _repeat("open straight quotes", '"word '),
    _repeat("open single quotes", "‘word "),
    _numbered("open quotes in paragraphs", "She said “the {w} word.\n\n"),
    _repeat("open brackets", "(word [word "),
    _numbered("open brackets, sentences", "The (word of {w} came. "),
    _repeat("apostrophes", "it's 'it' "),
    _repeat("brackets", "(a [b] "),
    _nested("nested brackets", "(", "a", ")"),
    _repeat("ellipses", "a ... b.. "),
    _repeat("dashes", "a -- b - c "),
    _repeat("spaced punctuation", "a , b ; c . "),
    _repeat("fullwidth", "中文，word。"),
    _repeat("Han", "中"),
    _repeat("combining marks", "e\u0301"),
    _repeat("only combining marks", "\u0301"),
    _repeat("zero-width spaces", "\u200b"),
)
_FIGURES = (
    _repeat("figures", "1,000 "),
    _repeat("one figure", "1"),
    _repeat("grouped figure", "1,000"),
    _numbered("dates", "On {n} May 2020 and May {n}, 2020. "),
    _numbered("sums", "US${n} and $ {n} and {n} dollars. "),
    _numbered("units", "{n}km and {n} kms and {n} Kg. "),
    _repeat("percents", "5 % 5% "),
    _repeat("times", "3:00 p.m. "),
    _repeat("ordinals", "1th "),
)
_LINES = (
    _repeat("one long line", "The agency closed the bridge and "),
    _repeat("one word", "a"),
    _repeat("sentences", "The agency closed. "),
    _repeat("short lines", "a\n"),
    _repeat("blank lines", "a\n\n\n\n"),
    _repeat("boilerplate", "Share this article\n"),
    _repeat("suppressions", "<!-- editkit-disable repeated-word -->\n\nthe the\n\n"),
    _repeat("addresses", "https://a.b/c?d=e "),
    _repeat("one address", "a.b/"),
    _repeat("e-mail addresses", "a@b.c"),
    _repeat("capitals", "A B "),
    _repeat("phrases", "with the development of "),
)
_MARKDOWN = (
    _numbered("headings", "# The {w} Heading\n\n"),
    _repeat("setext headings", "Heading\n===\n\n"),
    _repeat("list", "- item\n"),
    _repeat("loose list", "- item\n\n"),
    _repeat("numbered list", "1. item\n"),
    Pattern(
        "nested list", lambda n: "".join("  " * (k % 40) + "- a\n" for k in range(n)), _GLOSSARY
    ),
    _nested("nested list items", "- ", "a", ""),
    _nested("nested quotations", "> ", "a", ""),
    _repeat("quotation lines", "> a\n"),
    _repeat("table rows", "| a | b |\n|---|---|\n| Harb0ur Motor | c |\n\n"),
    Pattern("one table", lambda n: _TABLE + "| the the | c |\n" * n, _GLOSSARY),
    Pattern(
        "table of terms", lambda n: _TABLE + "| Harbour Motor | Harb0ur Motor |\n" * n, _GLOSSARY
    ),
    Pattern(
        "table of names",
        lambda n: (
            _TABLE + "".join(f"| The {_word(k)} Bay Fund | Port Motor |\n" for k in range(n))
        ),
        _GLOSSARY,
    ),
    Pattern("wide table", lambda n: "|a" * n + "|\n" + "|-" * n + "|\n" + "|b" * n, _GLOSSARY),
    _repeat("emphasis", "*a* **b** "),
    _repeat("marks inside words", "a**b"),
    _repeat("single marks inside words", "a*b"),
    _repeat("opening marks", "*a "),
    _repeat("closing marks", "a* "),
    _repeat("mixed marks", "*a _b "),
    _repeat("strikethrough", "~~a "),
    _nested("nested emphasis", "*", "a", "*"),
    _repeat("links", "[a](b) "),
    _repeat("open links", "[a]( "),
    _nested("nested links", "[", "a", "](b)"),
    _numbered("definitions", "[{w}]: /{n}\n\n[{w}] "),
    _numbered("footnotes", "a[^{n}]\n\n[^{n}]: The the.\n\n"),
    _repeat("images", "![a](b) "),
    _repeat("code spans", "`a` "),
    Pattern(
        "longer backticks", lambda n: "".join("`" * (k % 200) + " " for k in range(n)), _GLOSSARY
    ),
    _repeat("open comments", "a <!-- "),
    _repeat("comments", "a <!-- b --> "),
    _repeat("tags", "a <i>b</i> "),
    _repeat("open tags", "<a b "),
    _repeat("code tags", "<code>a "),
    _repeat("entities", "&amp; "),
    _repeat("escapes", "\\* "),
    _repeat("math", "$a$ "),
    _repeat("dialect open wiki links", "[[a|"),
    _repeat("dialect open citations", "[a @b "),
    _repeat("dialect open formulas", "\\(a_"),
    _repeat("dialect open templates", "{% raw %}\n"),
    _repeat("dialect constructs", ":a: {.b} [[c|d]] [@e] \\(f\\) %% g %% "),
    _repeat("dialect blocks", ":::note\nThe the.\n:::\n\n!!! tip\n    The the.\n\n"),
    _repeat("html block cells", "<tr><td>the the</td></tr>\n"),
    _repeat("html block open tags", "<div a='\n"),
    _repeat("display math", "$$\na\n"),
    _repeat("template tags", "{{ a }} "),
    _repeat("open template tags", "{{ "),
    _repeat("containers", ":::note\na\n:::\n"),
    _repeat("hard breaks", "a\\\n"),
    _repeat("fences", "```\na\n```\n"),
    _repeat("open fences", "```a\n"),
    _repeat("fixes in markup", "**the the** _Harb0ur Motor_ ", min_length=5_000),
    _nested("nested underscores", "_", "a", "_"),
)

_CODE = (
    _numbered("identifiers", "a {w}_{n} and {w}.yaml, "),
    _numbered("a list of types", "{w}Request{n},{w}Response,"),
    _repeat("a long identifier", "a_b"),
    _repeat("a long path", "/a.b"),
    _repeat("open placeholders", "%(a ${b {c "),
    _repeat("open literals", "set to “a default ' "),
    _repeat("assignments", ' a="'),
    _numbered("used in code", "`{w}-{n}` {w}-{n} "),
)

PATTERNS = (*_TERMS, *_NAME_PATTERNS, *_PUNCTUATION, *_FIGURES, *_LINES, *_MARKDOWN, *_CODE)
