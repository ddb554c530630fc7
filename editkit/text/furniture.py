"""What a web page has around its article: buttons, counters, forms, credits."""

import re
from collections.abc import Iterable, Iterator, Mapping

_SITE = (
    r"(?:we ?chat|wei ?xin|sina(?: wei ?bo)?|wei ?bo|qq(?: ?(?:zone|space))?|q ?zone|tencent|"
    r"dou ?ban|dou ?yin|tik ?tok|twitter|face ?book|linked ?in|whats ?app|telegram|instagram|"
    r"pinterest|moments|(?:circle of )?friends|tieba|e-?mail)\b"
)
_COUNTED = (
    r"(?:(?:page )?(?:views|visits|clicks|hits|reads|readings|pageviews|visitors|likes?|comments)"
    r"|(?:number of|total) (?:views|visits|clicks|reads)|reading (?:volume|times)|browse|"
    r"click (?:rate|times))"
)
_SIZE = r"(?:super |extra )?(?:big|large|middle|medium|small|default)\b"
_LEAVE = (
    r"leave (?:us )?(?:a |your )"
    r"(?:message|comments? here|contact|information|name and|phone|needs?)\b"
)
_PIECES = {
    "a button": (
        (
            r"(?:share|forward|repost)(?: this)?(?: (?:page|article|story))?(?: ?(?:to|on|via|:))?"
            rf"(?:[ ,/]*(?:and |or )?{_SITE})+"
        ),
        r"(?:share|print|forward|e-?mail) this (?:page|article|story)\b|close (?:this )?window\b",
        r"(?:back|return) to (?:the )?(?:top|list|home ?page)\b|scroll to top\b",
        r"(?:view|read|more|learn more) ?[>»]{1,3}",
        r"(?:online (?:message|consultation|inquiry)|message board)(?=\W*$)",
        r"(?:share|print|views|clicks)(?: to)? ?[:：](?=\W*$)",
        r"\[(?:print|close|share|top|back|copy link|collect)\]",
    ),
    "a counter": (rf"{_COUNTED} ?(?:[:：] ?[\d,]+|\([\d,]+\))(?: times)?(?!\w)",),
    "a switch for the size of letters": (
        rf"(?:font|text)(?: size)? ?[:：] ?(?:[\[( ]*{_SIZE}[\]) /|]*){{2,}}",
    ),
}
_WEAK = r"(?P<weak>(?:print|close|share|like|comment|favou?rite|collect|bookmark|submit|top)\b)"
_DATE = r"(?P<date>\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}:\d\d(?::\d\d)?(?!\d))"
_APART = re.compile(r"[\s|·•｜\[\](){}/,;–—-]+")
_LINES = {
    "a link to another page": (
        r"(?:previous|prev|next|last) (?:page|article|post|news)(?:\W*$|\s?[:：].*)",
        r"(?:previous|next)\s?[:：](?!.*[.!?]$).*",
    ),
    "a trail of links": (
        r"(?:home(?:page| page)?|(?:you are|your) here) ?[>»›].*",
        r"(?:your |current )(?:current )?(?:location|position) ?[:：].*",
    ),
    "a notice of copyright": (
        r"(?:.{0,40}\s)?(?:copyright ?(?:©|\(c\)|\d{4})|© ?(?:\d{4}|(?-i:[A-Z]))).*",
        r".{0,80}\b(?-i:ICP) ?(?:No|licen[cs]e|filing|备).*",
        r".{0,80}\btechnical support ?[:：].*|.{0,80}\ball rights reserved\W*",
    ),
    "a form to fill in": (
        rf"(?:please|welcome to|if you have any)\b.{{0,80}}?\b{_LEAVE}.*",
        rf"{_LEAVE}.*",
        (
            r"(?:suggestions?|comments?|complaints?) ?(?:&|and) ?(?:feedbacks?|suggestions?|"
            r"complaints?)(?:\W*$| (?-i:[A-Z]).*)"
        ),
        r"we (?:take|value) (?:every|all|your) (?:suggestion|opinion|comment|feedback)s?\b.*",
        (
            r"(?:we|our staff) will (?:reply|contact|respond|call|get back)\b.{0,20}\byou\b.{0,30}"
            r"\b(?:soon|possible|hours|days)\W*"
        ),
    ),
    "an invitation to follow": (
        (
            r"(?:please )?(?:scan|long[- ]press|identify)\b.{0,40}"
            r"\b(?:QR|two-dimensional|2D) ?codes?\b.*"
        ),
        (
            r"(?:please )?follow (?:us|our)\b.{0,60}\b(?:we ?chat|wei ?bo|official account|"
            r"public (?:number|account))\b.*"
        ),
    ),
    "a list of other articles": (
        (
            r"(?:related (?:news|articles|links|reports|reading|stories)|"
            r"recommended (?:reading|articles)|hot (?:news|topics|articles)|you may also like)\W*"
        ),
    ),
}
_LABEL = re.compile(
    r"\b(?:source|author|story|editor|reporter|photographer|date|"
    r"(?P<page>(?:responsible |executive )editor|editor in charge|contribution|contributor|"
    r"review(?:er)?|proofread(?:er|ing)|typesetting|"
    r"(?:release|publish(?:ing)?|publication|posting|issue) (?:time|date)|"
    r"clicks|views|visits|font(?: size)?)) ?[:：]",
    re.IGNORECASE,
)
_LEAD = re.compile(r"[\[(\s\d:/.-]*\Z")
_SENTENCE = re.compile(r"[a-z]{2}[.!?]\s+[A-Z]")
_LONGEST = 160


def _any_of(table: Mapping[str, Iterable[str]]) -> str:
    """Return one pattern with a group `k0`, `k1` … for each kind of `table`."""
    return "|".join(f"(?P<k{n}>{'|'.join(kind)})" for n, kind in enumerate(table.values()))


_WHOLE = re.compile(_any_of(_LINES), re.IGNORECASE)
_TOKEN = re.compile(f"{_any_of(_PIECES)}|{_WEAK}|{_DATE}", re.IGNORECASE)


def remnant(line: str) -> str | None:
    """Return what of a page a line is, as “a button”; None where it may be prose.

    Looks at the words alone. Credits have two labels at least, one of them a
    page's (“Clicks:”); a form says that a message is to be left; and a line of
    buttons has nothing but buttons, or words that may be one and a date.
    """
    line = line.strip().removesuffix("~").strip()
    if not line or len(line) > _LONGEST:
        return None
    if found := _WHOLE.fullmatch(line):
        return _kind(_LINES, found)
    labels = list(_LABEL.finditer(line))
    if len(labels) > 1 and any(label["page"] for label in labels):
        bare = _LEAD.match(line[: labels[0].start()]) and not _SENTENCE.search(line)
        if bare:
            return "a line of credits"
    pieces = list(_pieces(line))
    sure = next((piece for piece in pieces if piece in _PIECES), None)
    vague = "weak" in pieces and len(pieces) > 1
    return None if "prose" in pieces else sure or ("a button" if vague else None)


def _pieces(line: str) -> Iterator[str]:
    """Yield what each piece of a line is, up to the first that is prose."""
    at = 0
    while at < len(line):
        found = _TOKEN.match(line, at)
        if found:
            yield _kind(_PIECES, found)
        else:
            found = _APART.match(line, at)
            if not found:
                yield "prose"
                return
        at = found.end()


def _kind(table: Mapping[str, Iterable[str]], found: re.Match[str]) -> str:
    group = str(found.lastgroup)
    return list(table)[int(group[1:])] if group[1:].isdigit() else group
