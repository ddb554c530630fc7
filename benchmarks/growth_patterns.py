"""Hostile patterns whose length can be doubled, for `growth.py`."""

from growth_markup import CODE, MARKDOWN
from growth_pattern import GLOSSARY, Pattern, glossary, nested, numbered, repeat, word


def _close_name(number: int) -> str:
    """Return one of many names, each of which differs in one letter from a few others."""
    return "Kess" + "".join("ae"[int(bit)] + "n" for bit in f"{number:014b}") + " Fund "


_TERMS = (
    repeat("term <b>", "<b>", glossary("<b>")),
    repeat("term |", "|", glossary("|")),
    repeat("term I, bars", "|", glossary("I")),
    repeat("term I, ones", "1", glossary("I")),
    repeat("nested terms", "alpha ", glossary(*(" ".join(["alpha"] * k) for k in range(1, 41)))),
    repeat("nested terms, typos", "alpho ", glossary("alpha alpha", "alpha alpha alpha")),
    repeat("overlapping terms", "red blue ", glossary("red blue", "blue red", "red blue red")),
    repeat("terms", "Harbour Motor and BK60. "),
    repeat("rejected terms", "The Port Motor. "),
    repeat("typos of terms", "Harbuor Motor "),
    repeat("typos in one word", "Harbuor-Motor-"),
    repeat("half terms", "Harbour "),
    repeat("misspaced terms", "Harbour  Motor "),
    repeat("terms without spaces", "HarbourMotor"),
    repeat("look-alikes", "BK6O "),
    repeat("hyphenated terms", "Harbour-Motor-"),
    repeat("hyphenated chain", "red-blue-", glossary("red-blue", "blue-red", "red-blue-red")),
    repeat("hyphenated chain, spaced", "red-blue ", glossary("red-blue", "blue-red")),
    numbered("hyphenated chain, words", "red-{w}-blue-", glossary("red-blue", "blue-red")),
    repeat("terms over lines", "Harbour\nMotor\n"),
    repeat("reordered terms", "Motor Harbour "),
    repeat("padded terms", "Harbour New Motor "),
    repeat("one capital run", "BATA"),
    repeat("swapped acronyms", "BTAA "),
    repeat("invisible characters", "Har\u200bbour Motor "),
    repeat("no-break spaces", "Harbour\u00a0Motor "),
    repeat("terms of a letter", "e-mail e mail e ", glossary("email")),
    repeat("terms with a comma", "One Belt, One Belt ", glossary("One Belt One Road")),
)
_NAME_PATTERNS = (
    numbered("names", "Mr {w} Hollins met the {w} Board. "),
    Pattern(
        "capitalized names",
        lambda n: "".join(
            f"At {word(k).title()} {word(k + 7).title()} we met. " for k in range(n)
        ),
        GLOSSARY,
    ),
    Pattern("names one letter apart", lambda n: "".join(map(_close_name, range(n))), GLOSSARY),
    numbered("growing names", "The {w} Bay Fund and the Bay Fund. "),
    repeat("one long name", "Harbour Fund "),
    numbered("abbreviations", "the {w} Fund Board ({w}FB) "),
    repeat("the same abbreviation", "Fund Board Bank (FBB) "),
    numbered("unknown acronyms", "N{n}X "),
    repeat("initials", "J. K. "),
    repeat("dotted initials", "U.S."),
    numbered("compounds", "{w}-{w} and {w} {w} and {w}{w} "),
    repeat("repeated words", "the "),
    numbered("spelling variants", "colour color {w} "),
    repeat("capitalized words", "Word "),
    repeat("full and short names", "The US is old. The United States is old. "),
    repeat("two spellings of a name", "Macau is old, and Macao is old. "),
    repeat("miscased names", "Github "),
    repeat("titles", "Dr. "),
)
_PUNCTUATION = (
    *(repeat(f"only {mark}", mark) for mark in "\"'“’()[]<.,-…*_`|$ \n，"),
    repeat("quoted words", '"word" '),
    repeat("open quotes", "“word "),
    repeat("open straight quotes", '"word '),
    repeat("open single quotes", "‘word "),
    numbered("open quotes in paragraphs", "She said “the {w} word.\n\n"),
    repeat("open brackets", "(word [word "),
    numbered("open brackets, sentences", "The (word of {w} came. "),
    repeat("apostrophes", "it's 'it' "),
    repeat("brackets", "(a [b] "),
    nested("nested brackets", "(", "a", ")"),
    repeat("ellipses", "a ... b.. "),
    repeat("dashes", "a -- b - c "),
    repeat("spaced punctuation", "a , b ; c . "),
    repeat("fullwidth", "中文，word。"),
    repeat("Han", "中"),
    repeat("combining marks", "e\u0301"),
    repeat("only combining marks", "\u0301"),
    repeat("zero-width spaces", "\u200b"),
)
_FIGURES = (
    repeat("figures", "1,000 "),
    repeat("one figure", "1"),
    repeat("grouped figure", "1,000"),
    numbered("dates", "On {n} May 2020 and May {n}, 2020. "),
    numbered("sums", "US${n} and $ {n} and {n} dollars. "),
    numbered("units", "{n}km and {n} kms and {n} Kg. "),
    repeat("percents", "5 % 5% "),
    repeat("times", "3:00 p.m. "),
    repeat("ordinals", "1th "),
)
_LINES = (
    repeat("one long line", "The agency closed the bridge and "),
    repeat("one word", "a"),
    repeat("sentences", "The agency closed. "),
    repeat("short lines", "a\n"),
    repeat("blank lines", "a\n\n\n\n"),
    repeat("boilerplate", "Share this article\n"),
    repeat("suppressions", "<!-- editkit-disable repeated-word -->\n\nthe the\n\n"),
    repeat("addresses", "https://a.b/c?d=e "),
    repeat("one address", "a.b/"),
    repeat("e-mail addresses", "a@b.c"),
    repeat("capitals", "A B "),
    repeat("commands", "; data related trips"),
    repeat("phrases", "with the development of "),
)
PATTERNS = (*_TERMS, *_NAME_PATTERNS, *_PUNCTUATION, *_FIGURES, *_LINES, *MARKDOWN, *CODE)
