"""Words that are special in names: adjectives at the end, legal forms, heads."""

NAME_FINAL_ADJECTIVES = frozenset(
    "annual central daily digital electric evening express general global international modern "
    "monthly national public quarterly regional standard weekly yearly young".split()
)
"""Adjectives that end a name about as often as they modify the next word."""
LEGAL_FORMS = frozenset("co company corp corporation inc limited llc ltd plc ag gmbh".split())
"""Words for the legal form of a company, most of them abbreviated."""
FLEXIBLE_HEADS = frozenset(
    "president chairman chairwoman chair director minister secretary governor mayor manager head "
    "chief executive member members officer officers commissioner ambassador representative "
    "general deputy dean leader premier king queen prince princess government city state province "
    "people report statement history staff employees".split()
)
"""Heads that may precede `of` or come last: `Mayor of Suhe`, `Suhe Mayor`."""
HEADS_WITH_ARTICLE = frozenset(
    "academy accord act administration agency agreement alliance army assembly association "
    "authority belt bureau campaign charter cluster commission committee commonwealth congress "
    "convention corridor council court department federation forum foundation framework fund "
    "games initiative institute league ministry mission movement navy office organisation "
    "organization pact parliament party plan program programme project protocol republic "
    "revolution secretariat society strategy summit tribunal treaty union war".split()
)
"""Heads of names that follow `the` in a sentence: `the Ministry`, `the Paris Agreement`."""
