"""English function words, and the sets of them that names, titles and phrases need.

The sets differ in small ways on purpose: a different member changes what editkit reports.
"""

CORE_FUNCTION_WORDS = frozenset(
    "a an and are as at be been between but by can could did do does for from had has have in "
    "into is its may more must nor not of on or over shall should so than that the their them "
    "then there these they this those through to under until was we were when where which while "
    "who will with within without would".split()
)
"""Prepositions, conjunctions and auxiliaries, with a few determiners, pronouns and adverbs."""
FUNCTION_WORDS = CORE_FUNCTION_WORDS | frozenset(
    "about above across after again against all along also am amid among any around away back "
    "because before behind being below beyond both despite down during each either every he "
    "her here him his how i if it itself just like me might most much my near neither no off "
    "once one only onto other our out own per same she since some such too toward towards up "
    "upon us very via what whether whom whose why yet you your".split()
)
"""English function words; noun compounds do not contain them."""
AFTER_NOUN_PHRASE = FUNCTION_WORDS - {"and", "or", "but", "one", "own", "same", "other"}
"""Function words that cannot continue a noun phrase."""
BEFORE_PREDICATE_ADJECTIVE = frozenset(
    "is are was were be been being more most very so as less not".split()
)
"""Copulas and adverbs of degree, before an adjective that modifies no noun after it."""
AFTER_VERB = frozenset(
    "a an the this its his her their our in into on onto to at by for from with over up out "
    "off".split()
)
"""Words that follow a verb, but rarely a noun that looks like one."""

STRICT_MINOR_WORDS = frozenset("a an and as by for from in of on or the to with".split())
"""Words in lowercase inside a title in every style."""
MINOR_WORDS = STRICT_MINOR_WORDS | {"at", "but", "nor", "over", "per", "via"}
"""Words in lowercase inside a title; includes short words that some guides capitalize."""
MINOR_WORDS_OR_PARTICLES = MINOR_WORDS | {"down", "into", "off", "onto", "out", "up"}
"""Words in lowercase inside a title; includes prepositions that may be particles of verbs."""
POSSIBLE_MINOR_WORDS = MINOR_WORDS_OR_PARTICLES | frozenset(
    "about across after against along amid among around before between de during if la since so "
    "than then through under until upon van von vs when while within without yet".split()
)
"""Words in lowercase inside a title by any guide; includes long prepositions and conjunctions."""

NAME_LINKS = frozenset("of and for the &".split())
"""Words that link the words of a name without being words of it."""
NAME_CONNECTORS = NAME_LINKS | {"at", "in", "on", "to", "with"}
"""Words in lowercase inside a name; includes more prepositions than `NAME_LINKS`."""
NAME_PARTICLES = (NAME_CONNECTORS - {"&", "with"}) | {"de", "der", "du", "la", "van", "von"}
"""Words in lowercase inside a name; includes those of French, Dutch and German names."""
INNER_NAME_WORD = r"(?:of|and|for|the|in|on|de|du|von|van)"
"""Pattern of `NAME_PARTICLES` without `at`, `to`, `der` and `la`."""
NAME_PREPOSITIONS = frozenset({"for", "on", "with"})
"""Prepositions inside a name that may join it to the next one: `Centre for`."""
OMITTED_IN_ABBREVIATIONS = (STRICT_MINOR_WORDS - {"as", "from"}) | {"at", "de"}
"""Words that an abbreviation may have no letter for."""
SENTENCE_OPENERS = frozenset(
    "the a an in at on as for from with by to when while if but and or after before since our its "
    "this that their his her today yesterday tomorrow now then here there".split()
)
"""Words that a sentence may begin with before a name, and that no name begins with."""
CAPITALIZED_DETERMINERS = frozenset({"The", "A", "An", "This", "That", "Our", "Its"})
"""Determiners with a capital, which may begin a sentence rather than a name."""
CLAUSE_OPENERS = frozenset(
    "a also an and as at but by for from he here his however if in it its on our she so some the "
    "their there these they this those to we when while with".split()
)
"""Words that a clause often begins with, and no name except with `the`."""
