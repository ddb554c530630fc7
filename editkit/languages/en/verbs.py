"""Principal parts of English verbs.

Irregular verbs are from Quirk, Greenbaum, Leech and Svartvik, A Comprehensive Grammar of the
English Language (1985), sections 3.11 to 3.20, limited to those common in reports and news.
If two forms are in use, the table has the one common to British and American English.
"""

import re
from dataclasses import dataclass

from editkit.core.lazy_pattern import lazy_pattern

_IRREGULAR_PARTS = """
arise arose arisen|awake awoke awoken|be was been|bear bore borne|beat beat beaten|
become became become|begin began begun|bend bent bent|bind bound bound|bite bit bitten|
bleed bled bled|blow blew blown|break broke broken|breed bred bred|bring brought brought|
broadcast broadcast broadcast|build built built|burst burst burst|buy bought bought|
cast cast cast|catch caught caught|choose chose chosen|cling clung clung|come came come|
cost cost cost|cut cut cut|deal dealt dealt|dig dug dug|do did done|draw drew drawn|
drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed fed|
feel felt felt|fight fought fought|find found found|flee fled fled|fly flew flown|
forbid forbade forbidden|forecast forecast forecast|foresee foresaw foreseen|
forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got got|
give gave given|go went gone|grind ground ground|grow grew grown|hang hung hung|
have had had|hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|
keep kept kept|know knew known|lay laid laid|lead led led|leave left left|lend lent lent|
let let let|lie lay lain|light lit lit|lose lost lost|make made made|mean meant meant|
meet met met|overcome overcame overcome|oversee oversaw overseen|overtake overtook overtaken|
pay paid paid|put put put|quit quit quit|read read read|rebuild rebuilt rebuilt|
ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said|see saw seen|
seek sought sought|sell sold sold|send sent sent|set set set|shake shook shaken|
shed shed shed|shine shone shone|shoot shot shot|show showed shown|shrink shrank shrunk|
shut shut shut|sing sang sung|sink sank sunk|sit sat sat|sleep slept slept|speak spoke spoken|
spend spent spent|spin spun spun|split split split|spread spread spread|spring sprang sprung|
stand stood stood|steal stole stolen|stick stuck stuck|strike struck struck|
strive strove striven|swear swore sworn|sweep swept swept|swim swam swum|swing swung swung|
take took taken|teach taught taught|tear tore torn|tell told told|think thought thought|
throw threw thrown|undergo underwent undergone|understand understood understood|
undertake undertook undertaken|uphold upheld upheld|upset upset upset|wear wore worn|
weave wove woven|win won won|wind wound wound|withdraw withdrew withdrawn|
withstand withstood withstood|write wrote written
"""
_IRREGULAR = {
    base: (past, participle)
    for base, past, participle in (parts.split() for parts in _IRREGULAR_PARTS.split("|"))
}
_IRREGULAR_THIRD = {"be": "is", "have": "has"}
_DOUBLED = frozenset(
    "admit begin commit compel confer control deter equip expel forbid forget format occur omit "
    "permit prefer program propel rebut recur refer regret submit transfer transmit".split()
)
"""Verbs of several syllables that double their last consonant."""
_SHORT_STEM = lazy_pattern(r"[^aeiou]*(?:qu)?[aeiou][bdgmnprt]")
_ADVERB = lazy_pattern(r"(?!(?:app|rep|re|supp|comp|f|a|multip|imp|bul|ral|tal|sul)ly\b)\w+ly")
_ADVERBS = frozenset("also better ever first further fully jointly never not well".split())
_AUXILIARY_BEFORE = lazy_pattern(
    r"(?:\b(?:has|have|had|having|be|been|being|am|is|are|was|were|gets?|got|getting)"
    r"(?:n['’]t)?|['’](?:ve|s|re|d))(?:\s+(?:\w+ly|not|also|never|ever|already|always|been|so|far))*"
    r"\s+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PrincipalParts:
    """Principal parts of a verb, including the other words of its phrase."""

    third: str
    past: str
    participle: str
    gerund: str


def conjugate(phrase: str) -> PrincipalParts | None:
    """Return the principal parts of a phrase that begins with a verb, or adverbs and a verb.

    Returns None for an empty phrase.

    >>> conjugate("give full play to").past, conjugate("further promote").third
    ('gave full play to', 'further promotes')
    """
    words = phrase.split()
    if not words:
        return None
    at = 0
    while at < len(words) - 1 and (words[at] in _ADVERBS or _ADVERB.fullmatch(words[at])):
        at += 1
    before, after = [*words[:at]], words[at + 1 :]
    made = _principal_parts(words[at])
    return PrincipalParts(*(" ".join((*before, part, *after)) for part in made))


def needs_participle(before: str) -> bool:
    """Return whether `before` ends with an auxiliary of a participle: `has`, `was not yet`."""
    return bool(_AUXILIARY_BEFORE.search(before))


def _principal_parts(verb: str) -> tuple[str, str, str, str]:
    doubles_last = bool(_SHORT_STEM.fullmatch(verb)) or verb in _DOUBLED
    stem = verb + verb[-1] if doubles_last else verb.removesuffix("e")
    regular = re.sub(r"([^aeiou])y$", r"\1i", stem) + "ed"
    past, participle = _IRREGULAR.get(verb, (regular, regular))
    keeps_e = verb == "be" or verb.endswith(("ee", "oe", "ye"))
    gerund_stem = verb if keeps_e else re.sub(r"ie$", "y", verb) if verb.endswith("ie") else stem
    return _IRREGULAR_THIRD.get(verb) or _third_person(verb), past, participle, gerund_stem + "ing"


def _third_person(verb: str) -> str:
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ies"
    return verb + ("es" if re.search(r"(?:s|x|z|ch|sh|[^aeiou]o)$", verb) else "s")
