"""Related rules: groups of rules that a reader of one manual page may need next."""

_GROUPS = """
deprecated-term misspelled-term miscased-term misspaced-term confusable-term
incomplete-term padded-term reordered-term
misabbreviated-term misspelled-acronym conflicting-abbreviation misplaced-introduction
inconsistent-name inconsistent-variant inconsistent-spelling inconsistent-alias similar-terms
inconsistent-word mixed-spelling
mixed-apostrophes mixed-quotation-marks
mixed-date-style mixed-time-style mixed-number-style mixed-currency-style mixed-abbreviation-style
inconsistent-thousands-separator missing-thousands-separator space-inside-figure
inconsistent-heading-stop inconsistent-quotation-stop missing-sentence-end
numeric-date year-first-date comma-after-month mixed-date-style
doubled-clock mixed-time-style
active-for-passive bare-verb-after-be inflected-verb-after-modal malformed-verb
bare-verb-in-series subject-verb-disagreement inflected-verb-after-plural mismatched-number
singular-verb-after-plural joined-subject-singular-verb subject-verb-disagreement
inflected-verb-after-do inflected-verb-after-to inflected-verb-after-modal
infinitive-for-gerund infinitive-without-object inflected-verb-after-to
missing-article missing-article-after-preposition missing-article-before-name
missing-article missing-article-before-superlative incomplete-phrase
doubled-determiner superfluous-article wrong-indefinite-article
plural-determiner-before-singular singular-after-quantifier plural-of-uncountable
confused-homophones confused-words misspelled-word
doubled-conjunction preposition-for-conjunction comma-splice
adjective-for-adverb verb-for-noun
have-for-be active-for-passive
in-before-part-of-date misused-preposition resulting-without-in
doubled-comparison malformed-quantity doubled-approximation
misordered-words misplaced-only
missing-comma-before-which missing-introductory-comma
repeated-word doubled-determiner repeated-space
unjoined-list redundant-etc
apostrophe-plural stray-apostrophe missing-apostrophe
miscased-name uncapitalized-word miscased-term
misjoined-word unhyphenated-compound misspelled-word
capital-after-comma capital-after-semicolon comma-splice uncapitalized-sentence
fullwidth-character space-around-punctuation invisible-character
miscased-heading-word inconsistent-heading-stop
misdotted-abbreviation misspaced-company-form mixed-abbreviation-style
repeated-blank-line web-boilerplate
space-inside-quotes unbalanced-quotes mixed-quotation-marks
stop-before-speaker inconsistent-quotation-stop
unbalanced-brackets unbalanced-quotes
wrong-ellipsis fullwidth-character
asterisk-for-times lost-superscript
chinese-number-unit missing-thousands-separator
detached-currency-sign doubled-currency misplaced-currency-code
detached-percent-sign misplaced-percent-sign misused-percent
miscased-unit miscased-unit-symbol miscounted-unit pluralized-unit unspaced-unit
missing-ordinal unhyphenated-ordinal wrong-ordinal-suffix
unspaced-number-abbreviation unspaced-unit
calque deprecated-term
present-tense-for-past active-for-passive
uncapitalized-sentence missing-sentence-end
"""


def _groups() -> list[list[str]]:
    """Return the groups, one for each line."""
    return [line.split() for line in _GROUPS.splitlines() if line]


def related_rules(rule: str) -> tuple[str, ...]:
    """Return the ids of the rules that share a group with `rule`, in the order of the groups."""
    found = (each for group in _groups() if rule in group for each in group)
    return tuple(dict.fromkeys(each for each in found if each != rule))


def grouped_rules() -> frozenset[str]:
    """Return the ids of all rules in a group."""
    return frozenset(each for group in _groups() for each in group)
