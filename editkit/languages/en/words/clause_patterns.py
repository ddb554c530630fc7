"""Patterns of clauses and their parts: subjects, verbs, conjunctions, reporting clauses."""

import re

from editkit.core.lazy_pattern import lazy_pattern

_FINITE_AUXILIARY = (
    r"(?:is|are|was|were|am|has|have|had|will|can|could|would|should|must|may|might|does|do|did|"
    r"cannot|(?:is|are|was|were|do|does|did|have|has|wo|ca|could|would)n['’]t)"
)
_SUBJECT = (
    "The|This|That|These|Those|It|They|We|He|She|You|I|There|My|Our|Your|His|Her|Its|Their|An?|"
    "People|Many|Most|Some|All|Everyone|Everybody|One|Each|Every|No|Nobody|Both"
)
CLAUSE_WITH_SUBJECT = lazy_pattern(
    rf"\s*(?:(?:And|But|So) )?(?:(?i:{_SUBJECT})|(?!To\b)[A-Z]\w+(?= {_FINITE_AUXILIARY}\b))\b"
)
"""Start of a main clause: its subject, or a name before an auxiliary."""
FINITE_AUXILIARY = lazy_pattern(rf"\b{_FINITE_AUXILIARY}(?!\w)")
"""A finite form of an auxiliary verb."""
DEPENDENT_CLAUSE = lazy_pattern(
    r"[,;:\"“”()?]|--|[—–]| - |\b(?:if|when|whenever|while|as|because|although|though|since|after|"
    r"before|once|unless|until|whether|that|which|who|whom|whose|what|where|how|why|the more|only|"
    r"said|says|say|asked|such|so|hardly|let|by|in case|the (?:first|last|next) time|"
    r"(?:every|each|any) time|the (?:moment|minute))\b|\b(?:is|was)\Z|[.!?] [A-Z]",
    re.IGNORECASE,
)
"""Punctuation, conjunctions and verbs of speech of a sentence with more than one clause."""
CLAUSE_AFTER_COMMA = lazy_pattern(
    rf", (?=(?:it|they|we|he|she|there|you|this|these) {_FINITE_AUXILIARY}(?!\w)"
    r"|these include\b|please (?!note\b)[a-z]+"
    rf"|the (?:(?!of\b)[a-z-]+ ){{1,3}}{_FINITE_AUXILIARY}(?!\w)(?![^\n]*, (?:and|or)\b))"
)
"""A comma before a clause that begins with its subject and an auxiliary, or a request."""
CAPITALIZED_CLAUSE = lazy_pattern(
    r"(?<=[a-z]{2}), (?P<word>It|There|They|We|You|This|These|Then|He|She)"
    rf"(?= (?:{_FINITE_AUXILIARY}|needs?|it|they|we|you|he|she|the)(?!\w)(?![,;]| [A-Z])"
    r"|(?<=There), (?:it|they|we|he|she) [a-z])"
)
"""A comma, and a clause that begins with a capitalized pronoun and its verb."""
DEPENDENT_START = lazy_pattern(
    r"\W*(?:if|when|while|as|because|although|though|since|after|before|once|unless|until|for|in|"
    r"on|at|with|by|to|from|during|through|under|without|besides|hence|thus|also|so|otherwise|"
    r"however|therefore|then|first|now|today|\w+(?:ly|ing|ever|over|more))\b",
    re.IGNORECASE,
)
"""Start of a sentence whose first comma usually comes before its main clause."""
SALUTATION = lazy_pattern(
    r"\W*(?:dear|hi|hello|hey|greetings|good (?:morning|afternoon|evening))\b", re.IGNORECASE
)
"""Start of a letter, whose comma may come before a capital."""
SPEAKER_SENTENCE = lazy_pattern(
    r"(?<=[\w)%])(?P<stop>\.)(?P<quote>[\"”])[^\S\n]"
    r"(?P<word>(?!(?:That|This|Enough|Well|Easier|Sooner)\b)[A-Z][\w’'-]*)"
    r"(?:[^\S\n](?!(?:that|what|which|who|as|if|when|not|never|is|was|be|been|has|had|have|will"
    r"|everything|anything|something|nothing|things|words)\b)"
    r"(?!(?<!, )(?:I|he|she|it|we|you|they)\b)"
    r"[\w’'.,&-]+){0,14}?[^\S\n]"
    r"(?:said|says|told[ ](?:the[ ])?(?:reporters?|media|press)|added|noted|explained)\.(?=\s|\Z)"
)
"""End of a quotation with a period, and a sentence that only names its speaker.

A pronoun within it, unless after a comma, is the subject of a relative clause: `They heard all
he said`.
"""
REQUEST_BEFORE_PROMISE = lazy_pattern(
    r"(?:\A|,)\s*[Pp]lease [a-z]+[^,;:.?!]*(?=, (?:we|our \w+) (?:will|shall)\b)"
)
"""A request with `please`, before the comma of `we will`."""
FINITE_VERB = lazy_pattern(r"\b(?:is|are|was|were|has|have|had|will|would|can|could|said|did)\b")
"""A common finite verb; a caption or heading rarely has one."""
REPORTING_CLAUSE = lazy_pattern(
    r",[^\S\n][^,\"“”]*\b(?:said|says|added|adds|told|asked|asks|explained|noted)\b"
)
"""A clause after a quotation that names the speaker: `, the mayor said`."""
SENTENCE_CONTINUATION = lazy_pattern(
    r"(?:who|which|whose|whom|says?|said|is|are|was|were|be|been|or|nor|than|of|to|by|from)\b"
)
"""Words that continue a sentence after a wrong paragraph break."""
CONJUNCTION_OR_VERB = lazy_pattern(r"(?:and|or|nor|but|not|then|is|are|was|were|be)\b")
"""A word after which a list of items does not end: a conjunction, or a form of `be`."""
NOUN_PHRASE_END = (
    r"(?=[.,;:)]|[ ](?:of|in|on|at|and|or|is|are|was|were|has|have|had|will|by|for|to)\b|\n|\Z)"
)
"""Pattern of what follows the last word of a noun phrase."""
OBJECT_START = lazy_pattern(
    r"\s+(?:an?|the|this|that|these|those|his|her|its|their|our|my|your|him|them|me|us|it|all|some"
    r"|any|more|\d+)\b",
    re.IGNORECASE,
)
"""Start of the object of a verb: a determiner, a pronoun or a number."""
CLAUSE_IN_LIST = lazy_pattern(r"\b(?:which|who|that|but|because|if|when|is|are|was|were)\b")
"""Words that no list of noun phrases contains."""
