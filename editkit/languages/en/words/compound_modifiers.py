"""Words that are parts of compound modifiers rather than of compound nouns."""

from editkit.core.lazy_pattern import lazy_pattern

FIRST_ADJECTIVES = frozenset(
    "long short high low new old big small hard soft well ill best better first second third "
    "full half open close real right left mid late early large great deep wide cross multi "
    "non self semi super ultra double single two three four five".split()
)
"""Adjectives, adverbs, prefixes and numerals that begin compound modifiers."""
DESCRIPTIVE_LAST_WORD = lazy_pattern(
    r".*(?:ing|ed|er|ers)|up|off|in|out|on|down|to|by|free|friendly"
)
"""Last word of a compound modifier: a participle, an agent, a particle."""
PARTICLE = "off|on|in|over|under|out"
"""Alternatives of the particles that begin compounds: `off-road`."""
