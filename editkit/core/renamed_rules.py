"""Renamed rules: former rule ids, which are still accepted wherever a rule is named."""

RENAMED_RULES = {
    "page-furniture": "web-boilerplate",
    "misspelt-acronym": "misspelled-acronym",
    "misspelt-term": "misspelled-term",
    "misspelt-word": "misspelled-word",
    "pluralised-unit": "pluralized-unit",
    "uncapitalised-sentence": "uncapitalized-sentence",
    "uncapitalised-word": "uncapitalized-word",
}
"""The current id of each former one. A former id is never given to another rule."""


def current_id(name: str) -> str:
    """Return the current id of a rule; any other name unchanged.

    >>> current_id("page-furniture"), current_id("repeated-word"), current_id("term")
    ('web-boilerplate', 'repeated-word', 'term')
    """
    return RENAMED_RULES.get(name, name)


def former_ids(rule: str) -> tuple[str, ...]:
    """Return the former ids of a rule, the oldest first."""
    return tuple(former for former, current in RENAMED_RULES.items() if current == rule)


def first_id(rule: str) -> str:
    """Return the oldest id of a rule, which fingerprints are made of."""
    return next(iter(former_ids(rule)), rule)
