"""English words that decide whether the next word, or the one before, is a noun or a verb.

Determiners, pronouns and auxiliaries are closed classes: the lists follow Quirk, Greenbaum,
Leech and Svartvik, A Comprehensive Grammar of the English Language (1985), sections 3.21, 5.10
and 6.2.
"""

DETERMINERS = frozenset(
    "a an the this that these those each every another any no some such what which whose its "
    "their our his her my your".split()
)
"""Words before a noun phrase."""
SUBJECT_PRONOUNS = frozenset("i he she we they who".split())
"""Pronouns that are subjects only, so that a verb follows."""
AMBIGUOUS_PRONOUNS = frozenset("it you that which".split())
"""Pronouns that may be subjects or objects."""
OBJECT_PRONOUNS = frozenset("me him us them it you".split())
MODALS = frozenset(
    "can could will would shall should may might must cannot do does did ll don t doesn didn won "
    "wouldn couldn shouldn mustn".split()
)
"""Auxiliaries before a base form; without the apostrophe and what follows it."""
BE_FORMS = frozenset(
    "is are was were be been being am become becomes became remain remains remained seem seems "
    "stay stays stayed go goes went gone".split()
)
"""Copulas, before an adjective that modifies no noun after it."""
PREPOSITIONS = frozenset(
    "after at before between by during for from in into of on per upon via with within "
    "without".split()
)
"""Prepositions that no base form of a verb follows."""
PARTICLES = frozenset(
    "about across ahead along around aside away back by down forth in off on out over through "
    "together under up".split()
)
"""Adverbs that belong to a phrasal verb."""
