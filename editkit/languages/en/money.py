"""Amounts of money in a text, with their currency and style."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from editkit.core.document import Document
from editkit.core.lazy_pattern import lazy_pattern
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
_RANGE_AFTER = lazy_pattern(rf"{_RANGE}(?:[A-Z]{{0,3}}[$€£¥￥]|[A-Z]{{3}}\s)?\d")
_RANGE_BEFORE = lazy_pattern(rf"\d(?:\s?[a-z]+llion)?{_RANGE}$|\bbetween\s(?:[^.\n]+\sand\s)?$")
_CONTEXT_CHARS = 30


@dataclass(frozen=True, slots=True)
class MoneyAmount:
    """An amount of money; `style` has an ellipsis at the position of `amount`, as in `HK$…`."""

    span: Span
    currency: str
    amount: str
    style: str

    def in_style(self, style: str) -> str:
        """Return the text of the amount in another style of its currency."""
        return style.replace("…", self.amount)


def money_amounts(document: Document) -> Iterator[MoneyAmount]:
    """Yield the amounts of money in `document`, in order.

    Skips ranges such as `$5 to $6`. A ¥ means yuan; if the text mentions yen, amounts with
    a ¥ are skipped.
    """
    text = document.text
    has_yen = re.search(r"\b(?:yen|JPY)\b", text) is not None
    for found in _MONEY.finditer(text):
        before = text[max(0, found.start() - _CONTEXT_CHARS) : found.start()]
        if _RANGE_BEFORE.search(before) or _RANGE_AFTER.match(text, found.end()):
            continue
        amount = _to_amount(found)
        if not (has_yen and amount.style[0] in "¥￥"):
            yield amount


def parse_amount(text: str) -> MoneyAmount | None:
    """Return `text` as an amount of money; None if it is not one.

    >>> parse_amount("HK$5 million").style, parse_amount("5 yuan").currency
    ('HK$…', 'yuan')
    """
    found = _MONEY.fullmatch(text)
    return _to_amount(found) if found else None


def _any_of(column: int) -> str:
    names = {name for both in _CURRENCIES.values() for name in both[column].split("|")}
    longest = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(re.escape(name).replace(r"\ ", r"\s") for name in longest)


_MONEY = lazy_pattern(
    rf"(?<![\w.,$€£¥￥-])(?P<sign>{_any_of(0)})(?P<gap>\s?)(?P<first>{_AMOUNT})(?![\w-]|[.,]\d)"
    rf"|(?<![\w.,$€£¥￥-])(?P<second>{_AMOUNT})(?P<space>\s?)(?P<name>{_any_of(1)})(?![\w-])"
)


def _to_amount(found: re.Match[str]) -> MoneyAmount:
    sign, name = found["sign"], found["name"]
    gap = " " if found["gap"] or found["space"] else ""
    word = re.sub(r"\s", " ", sign or name)
    style = f"{word}{gap}…" if sign else f"…{gap}{word}"
    currency = next(
        currency
        for currency, both in _CURRENCIES.items()
        if word in both[0 if sign else 1].split("|")
    )
    return MoneyAmount(
        Span(found.start(), found.end()), currency, found["first"] or found["second"], style
    )
