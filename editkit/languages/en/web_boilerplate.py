"""Boilerplate of web pages: buttons, counters, forms and credits around an article."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from editkit.core.lazy_pattern import lazy_pattern

_SITE = (
    r"(?:we ?chat|wei ?xin|sina(?: wei ?bo)?|wei ?bo|qq(?: ?(?:zone|space))?|q ?zone|tencent|"
    r"dou ?ban|dou ?yin|tik ?tok|twitter|face ?book|linked ?in|whats ?app|telegram|instagram|"
    r"pinterest|moments|(?:circle of )?friends|tieba|e-?mail)\b"
)
_COUNTED = (
    r"(?:(?:page ?)?(?:views?|visits|clicks|hits|reads?|readings|visitors|likes?|comments)|"
    r"(?:number of|total) (?:views|visits|clicks|reads)|reading (?:volume|times)|browse|"
    r"click (?:rate|times))"
)
_SIZE = r"(?:super |extra )?(?:big|large|middle|medium|small|default)\b"
_LEAVE_MESSAGE = (
    r"leave (?:us )?(?:a |your )"
    r"(?:message|comments? here|contact|information|name and|phone|needs?)\b"
)
COPYRIGHT = "a notice of copyright"
_PIECES = {
    "a button": (
        (
            r"(?:share|forward|repost)(?: this)?(?: (?:page|article|story))?"
            rf"(?: ?(?:to|on|via|with|[:：]))*(?:[ ,/|:：]*(?:and |or )?{_SITE})+"
        ),
        r"(?:share|print|forward|e-?mail) this (?:page|article|story)\b|close (?:this )?window\b",
        r"(?:back|return) to (?:the )?(?:top|list|home ?page)\b|scroll to top\b",
        r"(?:view|read|more|learn more) ?[>»]{1,3}",
        r"(?:online (?:message|consultation|inquiry|customer service)|message board)(?=\W*$)",
        r"(?:share|print|views|clicks)(?: to)? ?[:：](?=\W*$)",
        r"[\[【](?:print|close|share|top|back|return|copy link|collect)[\]】]",
    ),
    "a counter": (rf"{_COUNTED} ?(?:[:：] ?[\d,]+|\([\d,]+\))(?: times)?(?!\w)",),
    "a switch for the size of letters": (
        rf"(?:font|text)(?: size)? ?[:：] ?(?:[\[( ]*{_SIZE}[\]) /|]*){{2,}}",
    ),
}
_MAYBE_BUTTON = (
    r"(?P<weak>(?:print|close|share|like|comment|favou?rite|collect|bookmark|submit|top|"
    rf"{_SITE})\b)"
)
_NAV = (
    r"(?P<nav>(?:home(?: ?page)?|about us|products|news|services|contact us|join us|site ?map|"
    r"privacy policy|legal notice|terms of (?:use|service)|friendly links|site navigation)\b)"
)
_DATE = r"(?P<date>\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}:\d\d(?::\d\d)?(?!\d))"
_SEPARATORS = lazy_pattern(r"[\s|·•｜\[\](){}【】/,;–—-]+")
_WHOLE_LINES = {
    "a link to another page": (
        r"(?:previous|prev|next|last) (?:page|article|post|news|one)(?:\W*$|\s?[:：].*)",
        r"(?:previous|prev|next)\s?[:：](?!.*[.!?]$).*",
    ),
    "a trail of links": (
        r"(?:home(?:page| page)?|(?:you are|your) here) ?[>»›].*",
        r"(?:your |current )?(?:current )?(?:location|position) ?[:：] ?home\b.*",
    ),
    COPYRIGHT: (
        r"(?:.{0,40}\s)?(?:copyright ?(?:©|\(c\)|\d{4})|© ?(?:\d{4}|(?-i:[A-Z]))).*",
        r".{0,80}(?<![a-z])(?-i:ICP) ?(?:No|licen[cs]e|filing|备).*",
        r".{0,80}\bpublic (?:network )?security (?:filing |record )?no\b.*",
        r".{0,80}\btechnical support ?[:：].*|.{0,80}\ball rights reserved\b.{0,12}",
    ),
    "a form to fill in": (
        rf"(?:please|welcome to|if you have any)\b.{{0,80}}?\b{_LEAVE_MESSAGE}.*",
        rf"{_LEAVE_MESSAGE}.*",
        (
            r"(?:suggestions?|comments?|complaints?) ?(?:&|and) ?(?:feedbacks?|suggestions?|"
            r"complaints?)(?:\W*$| (?-i:[A-Z]).*)"
        ),
        r"we (?:take|value) (?:every|all|your) (?:suggestion|opinion|comment|feedback)s?\b.*",
        (
            r"(?:we|our staff) will (?:reply|contact|respond|call|get back)\b.{0,20}\byou\b.{0,30}"
            r"\b(?:soon|possible|hours|days)\W*"
        ),
        (
            r"(?:please )?(?:enter|fill in) (?:the |your )"
            r"(?:verification code|information below|e-?mail).*"
        ),
    ),
    "an invitation to follow": (
        (
            r"(?:please )?(?:scan|long[- ]press|identify)\b.{0,40}"
            r"\b(?:QR|two-dimensional|2D) ?codes?\b.*"
        ),
        r"scan (?:the )?(?:code )?(?:and|to) (?:follow|share)\b.*",
        r"click (?:on )?the blue (?:words?|text|letters|font)\b.*",
        (
            r"(?:please )?follow (?:us|our)\b.{0,60}\b(?:we ?chat|wei ?bo|official account|"
            r"public (?:number|account))\b.*"
        ),
    ),
    "a list of other articles": (
        (
            r"(?:related (?:news|articles|links|reports|reading|stories|recommendations)|"
            r"recommended (?:reading|articles)|hot (?:news|topics|articles)|you may also like)\W*"
        ),
    ),
    "a line of credits": (
        r"original (?:title|link|source) ?[:：].*",
        r"(?:release|publish(?:ing)?|publication|posting) (?:time|date) ?[:：] ?[\d/.: -]+",
    ),
}
_COPYRIGHT_WORDS = ("copyright", "icp", "security", "support", "reserved")
"""Words in lowercase; a notice of copyright has one of them or is not in ASCII."""
_LABEL = lazy_pattern(
    r"\b(?:source|author|story|editor|reporter|photographer|date|time|text|photo|(?P<page>"
    r"(?:responsible |executive )editor|editor in charge|contribution|contributor|"
    r"review(?:er|ed by)?|edited by|proofread(?:er|ing)|typesetting|"
    r"(?:release|publish(?:ing)?|publication|posting|issue) (?:time|date)|published|"
    r"clicks|hits|views|visits|browse|font(?: size)?)) ?[:：]",
    re.IGNORECASE,
)
_BEFORE_CREDITS = lazy_pattern(r"[\[(\s\d:/.-]*\Z")
_SENTENCE = lazy_pattern(r"[a-z]{2}[.!?]\s+[A-Z]")
_NEXT_TO_BOILERPLATE = lazy_pattern(
    rf"(?:share|print|close|top|back|return|more|like|favou?rite|collect|home|contact us|about us|"
    rf"(?:online |customer )*service|feedbacks?|message|submit|name|phone(?: number)?|{_SITE}|"
    r"verification code|(?:release |published? )?(?:time|date)|published on|view details|"
    r"latest news|end)\W*(?:[\d/.: -]*)"
    r"|(?:tel|fax|(?:service |customer )*hot-?line|phone) ?[:：] ?[\d +()-]+"
    r"|(?:tags?|labels?|keywords?|attachment|disclaimer|statement|publisher) ?[:：].*",
    re.IGNORECASE,
)
_MAX_LINE_LENGTH = 160
_MIN_NAV_LINKS = 3


def _any_of(table: Mapping[str, Iterable[str]]) -> str:
    """Return one pattern with a group `k0`, `k1` … for each label of `table`."""
    return "|".join(f"(?P<k{n}>{'|'.join(kind)})" for n, kind in enumerate(table.values()))


_WHOLE_LINE = lazy_pattern(_any_of(_WHOLE_LINES), re.IGNORECASE)
# For speed: the patterns of a notice of copyright begin anywhere in a line.
_WHOLE_LINE_BUT_COPYRIGHT = lazy_pattern(
    _any_of({**_WHOLE_LINES, COPYRIGHT: ("(?!)",)}), re.IGNORECASE
)
_TOKEN = lazy_pattern(f"{_any_of(_PIECES)}|{_MAYBE_BUTTON}|{_NAV}|{_DATE}", re.IGNORECASE)


def classify_line(line: str) -> str | None:
    """Return the kind of boilerplate of a line, such as “a button”; None if it may be prose.

    Only the words count. Credits have at least two labels, one of them typical of web pages
    (“Clicks:”). A form asks to leave a message. A line of buttons has nothing but buttons,
    or words that may be buttons and a date.
    """
    line = line.strip().removesuffix("~").strip()
    if not line or len(line) > _MAX_LINE_LENGTH:
        return None
    if found := _match_whole_line(line):
        return _label_of(_WHOLE_LINES, found)
    labels = list(_LABEL.finditer(line)) if ":" in line or "：" in line else []
    if len(labels) > 1 and any(label["page"] for label in labels):
        starts_line = _BEFORE_CREDITS.match(line[: labels[0].start()])
        if starts_line and not _SENTENCE.search(line):
            return "a line of credits"
    pieces = list(_piece_labels(line))
    if "prose" in pieces:
        return None
    has_buttons = "weak" in pieces and len(pieces) > 1
    has_links = pieces.count("nav") >= _MIN_NAV_LINKS
    label = next((piece for piece in pieces if piece in _PIECES), None)
    return label or ("a button" if has_buttons or has_links else None)


def _match_whole_line(line: str) -> re.Match[str] | None:
    may_be_copyright = not line.isascii() or any(word in line.lower() for word in _COPYRIGHT_WORDS)
    return (_WHOLE_LINE if may_be_copyright else _WHOLE_LINE_BUT_COPYRIGHT).fullmatch(line)


def classify_lines(lines: Sequence[str]) -> list[str | None]:
    """Return the kind of boilerplate of each line of a text; None for prose.

    A line that may be a button, a field or the heading of a list counts as boilerplate if
    an adjacent line is boilerplate.
    """
    labels = [classify_line(line) for line in lines]
    for order in (range(1, len(lines)), range(len(lines) - 2, -1, -1)):
        step = order.step
        for at in order:
            if (
                labels[at] is None
                and labels[at - step]
                and _NEXT_TO_BOILERPLATE.fullmatch(lines[at].strip())
            ):
                labels[at] = "a part"
    return labels


def _piece_labels(line: str) -> Iterator[str]:
    """Yield the label of each piece of a line, up to the first piece of prose."""
    at = 0
    while at < len(line):
        if token := _TOKEN.match(line, at):
            yield _label_of(_PIECES, token)
            at = token.end()
        elif separators := _SEPARATORS.match(line, at):
            at = separators.end()
        else:
            yield "prose"
            return


def _label_of(table: Mapping[str, Iterable[str]], found: re.Match[str]) -> str:
    group = str(found.lastgroup)
    return list(table)[int(group[1:])] if group[1:].isdigit() else group
