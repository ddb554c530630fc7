"""Words that are correct or wrong twice in a row."""

from editkit.core.lazy_pattern import lazy_pattern

NEVER_DOUBLED = frozenset(
    "a an the of and or nor to for from with at by into onto upon than if because my your "
    "our their its his be been would shall should may might must could whose between "
    "among during".split()
)
"""Words that no correct English sentence has twice in a row."""
OFTEN_DOUBLED = frozenset(
    "had that is do did does can who what where in on up off out over her you so very "
    "really much many more far too long well now then there no never nay yes yeah hey hi "
    "ho ha bye hear knock tut blah boo choo chop chug cha aye oh ah again big old bad "
    "great ever quite deep way round day night years please wait go stop come run work "
    "tick win pole agar beri dik dum extra fifty gaga goody half hubba hush mahi mama nom "
    "papa pee pom pooh rah tom tsk tuk twin wee woof yo yum".split()
)
"""Words doubled by grammar, for emphasis or in compounds: “all he had had”, “very very”."""
DOUBLED_BY_MISTAKE = lazy_pattern(
    r"(?i:there\s+there)(?=\s(?:is|are|was|were|has|have|had|will|would|can|may|must|exists?)\b)"
    r"|(?P<particle>(?i:up\s+up|out\s+out))(?=[.,;:!?)]"
    r"|\s(?:by|with|from|for|as|at|on|after|before|when|while|because|last|this|every)\b)"
)
"""Words of `OFTEN_DOUBLED` in contexts where one is superfluous: “there there is”.

A `particle` is superfluous only after a verb: “picked up up by”, but “up up and away”.
"""
