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
