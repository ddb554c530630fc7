"""mixed-abbreviation-style."""

import re
from collections.abc import Iterator, Mapping
from typing import ClassVar

from editkit.checks.consistency._style_check import StyleCheck
from editkit.consistency.style_tally import Tally, Use
from editkit.core.document import Document
from editkit.core.rule import Example, Option, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Family, Severity
from editkit.languages.en import initialisms as en

_WITH, _WITHOUT = "with points", "without points"
_OUT, _SHORT = "written out", "abbreviated"
_COUNTRIES = {
    "US": "United States",
    "UK": "United Kingdom",
    "UN": "United Nations",
    "EU": "European Union",
}
_WRITTEN_OUT = re.compile(rf"\b(?:{'|'.join(_COUNTRIES.values())})\b(?! of America)")
_OTHERS = (
    ("degrees", re.compile(r"\bPh\. ?D\.|\bPhD\b")),
    (
        "uses of “e.g.” and “i.e.”",
        re.compile(r"(?<![\w.])(?:e\. ?g\.|eg(?=[\s,])|i\. ?e\.|ie(?=,))"),
    ),
    ("forms of address", re.compile(r"(?<!\w)(?:Mr|Mrs|Ms|Dr)\b\.?(?=\s[A-Z])")),
)
_POINTS = str.maketrans("", "", ". ")
_POINTED = {"PhD": "Ph.D.", "eg": "e.g.", "ie": "i.e."}


class MixedAbbreviationStyle(StyleCheck):
    """Finds an abbreviation that has points in one place and none in another."""

    rule = Rule(
        id="mixed-abbreviation-style",
        family=Family.CONSISTENCY,
        summary="Abbreviation with points here and without them there",
        rationale=(
            "U.S. and US, Ph.D. and PhD, Mr. and Mr are right alike; an article keeps to one. "
            "The United States beside the US military is usual and not flagged unless `expand` "
            "asks for it. Longer names, as U.S. Navy, and lines in capitals say nothing."
        ),
        category="style/inconsistent-style",
        severity=Severity.INFO,
        options=(
            Option("prefer", "", "the style of the house: points, none; as the text if empty"),
            Option(
                "expand", default=False, summary="compare US with United States too, and the like"
            ),
        ),
        langs=("en",),
        examples=(
            Example(
                "The US and the U.S. fleet. Mr Ho, Ms. Li and Mr Xu left the US.",
                flagged=("U.S.", "Ms."),
                fixed="The US and the US fleet. Mr Ho, Ms Li and Mr Xu left the US.",
            ),
            Example(
                "He left the U.S. She, a Ph.D., left the U.S. too, and the US.",
                flagged=("US.",),
                fixed="He left the U.S. She, a Ph.D., left the U.S. too, and the U.S.",
            ),
            Example("The US fleet left the United States for US$5.\nALL OF THE U.S. FLEET"),
            Example(
                "The United States and the United Nations. The US fleet.",
                flagged=("US",),
                fixed="The United States and the United Nations. The United States fleet.",
                options={"expand": True},
            ),
            Example(
                "The U.S. fleet.",
                flagged=("U.S.",),
                fixed="The US fleet.",
                options={"prefer": "none"},
            ),
        ),
    )
    slips = 1
    policies: ClassVar = {"": {}, "points": {}, "none": {}}

    def uses(self, document: Document) -> Iterator[Use]:
        """Yield the abbreviations, with and without points."""
        uri, text = document.uri, document.text
        for span, dotted in en.initialisms(document):
            found, name = span.of(text), en.without_points(span.of(text))
            yield Use(uri, span, found, f"uses of “{name}”", _WITH if dotted else _WITHOUT)
            if name in _COUNTRIES and self.option("expand"):
                yield Use(uri, span, found, f"names of the {_COUNTRIES[name]}", _SHORT)
        for topic, pattern in _OTHERS:
            for match in pattern.finditer(text):
                style = _WITH if "." in match[0] else _WITHOUT
                last = match[0].endswith("D.") and en.ends_sentence(document, match.end())
                span = Span(match.start(), match.end() - last)
                yield Use(uri, span, span.of(text), topic, style)
        for match in _WRITTEN_OUT.finditer(text) if self.option("expand") else ():
            span = Span(match.start(), match.end())
            yield Use(uri, span, match[0], f"names of the {match[0]}", _OUT)

    def rewrite(self, use: Use, style: str) -> str | None:
        """Return the abbreviation with or without points, or written out."""
        bare = use.text.translate(_POINTS)
        if style == _OUT:
            return _COUNTRIES[bare] + ("." if use.text == f"{bare}." else "")
        if style == _SHORT:
            return next(short for short, name in _COUNTRIES.items() if name == use.text)
        if style == _WITHOUT:
            return bare
        return en.with_points(bare) if bare.isupper() else _POINTED.get(bare, f"{bare}.")

    def policy(self, tally: Tally) -> Mapping[str, str]:
        """Return points or none for all that is written with points somewhere."""
        wanted = {"points": _WITH, "none": _WITHOUT}.get(self.option("prefer"))
        dotted = {use.topic for use in tally.uses if use.style == _WITH}
        usual = {f"uses of “{name}”" for name in _COUNTRIES}
        return dict.fromkeys(dotted | usual, wanted) if wanted else {}
