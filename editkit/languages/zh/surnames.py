"""Chinese surnames in Pinyin."""

COMMON_SURNAMES = frozenset(
    "wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo".split()
)
"""The 20 most common surnames of China (Ministry of Public Security, 2020)."""
