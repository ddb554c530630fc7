"""Forms of common verbs that regular endings do not indicate."""

PARTICIPLES = frozenset(
    "begun bought brought built caught chosen done drawn driven given gone grown held kept known "
    "led left lost made met paid put run said seen sent set shown sold taken thought told won "
    "written".split()
)
"""Common past participles of irregular verbs."""
REPORTING_VERBS = frozenset("said says told tells wrote writes".split())
"""Verbs of reports that may follow the name of a newspaper."""
