"""The sums of money in a text: which currency they are in, and how that is written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from editkit.core.document import Document
from editkit.core.span import Span

_CURRENCIES = {
    "yuan": ("RMB|CNY|RMB¥|RMB￥|¥|￥", "yuan|RMB|CNY|renminbi|RMB yuan|yuan RMB|Chinese yuan"),
    "US dollars": ("US$|U.S.$|USD|US $|$", "US dollars|U.S. dollars|USD|dollars|American dollars"),
    "Hong Kong dollars": ("HK$|HKD|HK $", "Hong Kong dollars|HK dollars|HKD"),
    "Singapore dollars": ("S$|SGD|SG$", "Singapore dollars|SGD"),
    "Australian dollars": ("A$|AU$|AUD", "Australian dollars|AUD"),
    "Canadian dollars": ("C$|CA$|CAD", "Canadian dollars|CAD"),
    "Taiwan dollars": ("NT$|TWD|NTD", "New Taiwan dollars|Taiwan dollars|NT dollars|TWD|NTD"),
    "euros": ("€|EUR", "euros|euro|EUR|€"),
    "pounds": ("£|GBP", "pounds sterling|GBP"),
    "yen": ("JPY|JP¥", "yen|Japanese yen|JPY"),
    "ringgit": ("RM|MYR", "ringgit|MYR"),
    "Swiss francs": ("CHF", "Swiss francs|CHF"),
}
_AMOUNT = (
    r"\d+(?:,\d{3})*(?:\.\d+)?"
    r"(?:\s(?:hundred\s|thousand\s)?(?:hundred|thousand|million|billion|trillion)\b|(?:bn|mn|tn|m|k)\b)?"
)
_RANGE = r"\s?(?:-|–|to)\s?"
_AFTER = re.compile(rf"{_RANGE}(?:[A-Z]{{0,3}}[$€£¥￥]|[A-Z]{{3}}\s)?\d")
_BEFORE = re.compile(rf"\d(?:\s?[a-z]+llion)?{_RANGE}$|\bbetween\s(?:[^.\n]+\sand\s)?$")
_REACH = 30


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum as written: `amount` stands at the dots of `style`, as in `HK$…`."""

    span: Span
    currency: str
    amount: str
    style: str

    def written(self, style: str) -> str:
        """Return the sum in another style of its currency."""
        return style.replace("…", self.amount)


def sums(document: Document) -> Iterator[Sum]:
    """Yield the sums of `document`, in order; those of a range, `$5 to $6`, are left out.

    A ¥ is the yuan's where no yen are spoken of.
    """
    text = document.text
    yen = re.search(r"\b(?:yen|JPY)\b", text) is not None
    for found in _EITHER.finditer(text):
        before = text[max(0, found.start() - _REACH) : found.start()]
        if _BEFORE.search(before) or _AFTER.match(text, found.end()):
            continue
        made = _read(found)
        if not (yen and made.style[0] in "¥￥"):
            yield made


def parse(text: str) -> Sum | None:
    """Return the sum that `text` is; None where it is none.

    >>> parse("HK$5 million").style, parse("5 yuan").currency
    ('HK$…', 'yuan')
    """
    found = _EITHER.fullmatch(text)
    return _read(found) if found else None


def _any_of(number: int) -> str:
    names = {name for both in _CURRENCIES.values() for name in both[number].split("|")}
    longest = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(re.escape(name).replace(r"\ ", r"\s") for name in longest)


_EITHER = re.compile(
    rf"(?<![\w.,$€£¥￥-])(?P<sign>{_any_of(0)})(?P<gap>\s?)(?P<first>{_AMOUNT})(?![\w-]|[.,]\d)"
    rf"|(?<![\w.,$€£¥￥-])(?P<second>{_AMOUNT})(?P<space>\s?)(?P<name>{_any_of(1)})(?![\w-])"
)


def _read(found: re.Match[str]) -> Sum:
    sign, name = found["sign"], found["name"]
    gap = " " if found["gap"] or found["space"] else ""
    word = re.sub(r"\s", " ", sign or name)
    style = f"{word}{gap}…" if sign else f"…{gap}{word}"
    currency = next(
        currency
        for currency, both in _CURRENCIES.items()
        if word in both[0 if sign else 1].split("|")
    )
    return Sum(
        Span(found.start(), found.end()), currency, found["first"] or found["second"], style
    )
