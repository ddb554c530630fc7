"""Introductory phrases: adverbs and phrases that link a sentence to the one before it."""

import re

from editkit.core.lazy_pattern import lazy_pattern

_LINKING_PHRASES = (
    "for example, for instance, moreover, furthermore, nevertheless, nonetheless, "
    "consequently, additionally, firstly, secondly, thirdly, lastly, unfortunately, fortunately, "
    "apparently, obviously, accordingly, in conclusion, in my opinion, in our opinion, "
    "in my view, in our view, in other words, on the other hand, on the one hand, "
    "on the contrary, as a consequence, as a result, as a matter of fact, "
    "as far as i am concerned, first of all, second of all, last but not least, to sum up, "
    "to conclude, in summary, in contrast, by contrast, in today's world, needless to say, "
    "generally speaking, to begin with, to start with, from my point of view, in the meantime, "
    "above all, all in all, most importantly, more importantly, conversely, "
    "that being said, having said that"
)
_LINKS_BEFORE_CLAUSES = (
    "however, also, second, third, in addition, in fact, in this case, in that case, "
    "in some cases, in most cases, in general, in short, in particular, in reality, in theory, "
    "in practice, in essence, specifically, similarly, likewise, interestingly, alternatively, "
    "for this reason"
)
SAFE_LINKS = frozenset(
    "for example/for instance/in addition/moreover/furthermore/on the other hand/however".split(
        "/"
    )
)
"""A comma after these was right in all of 21 places that writers had corrected."""
_CLAUSE_STARTS = (
    "i, we, you, he, she, it, they, there, this, that, these, those, the, a, an, my, our, your, "
    "his, her, its, their, one, people, many, some, most, all, each, every, everyone, nobody, no, "
    "if, when, because, although, while, since, as, in, by, for, on, at, what"
)
_CONTINUATIONS = "to, of, that, after, and, or, but, is, are, was, were, not, than, as, with"


_NO_LINK = r"(?!(?:in[ \n](?:most|some)[ \n]cases[ \n](?:when|where)|specifically[ \n]for)\b)"
"""Phrases whose next words belong to them: “in most cases when it rains”."""
LINK_WORDS = frozenset(
    max(re.findall("[a-z]+", phrase), key=len)
    for phrase in f"{_LINKING_PHRASES}, {_LINKS_BEFORE_CLAUSES}".split(", ")
)
"""The longest word of each phrase."""


def _any_of(words: str) -> str:
    longest_first = sorted(words.replace("'", "['’]").split(", "), key=len, reverse=True)
    return "|".join(longest_first).replace(" ", "[ \n]")


INTRODUCTORY_PHRASE = lazy_pattern(
    r"[\"“'‘(]{0,2}(?:(?:and|but|so) )?"
    rf"(?P<link>(?:{_any_of(_LINKING_PHRASES)})(?=[ \n](?!(?:{_any_of(_CONTINUATIONS)})\b)\w)"
    rf"|{_NO_LINK}(?:{_any_of(_LINKS_BEFORE_CLAUSES)})(?=[ \n](?:{_any_of(_CLAUSE_STARTS)})\b))",
    re.IGNORECASE,
)
"""An introductory phrase (`link`) without a comma, at the start of a sentence."""
PHRASE_AFTER_SEMICOLON = lazy_pattern(
    rf";[ \n](?P<link>(?:{_any_of(_LINKING_PHRASES)}|however|in addition|in fact)"
    rf"(?=[ \n](?!(?:{_any_of(_CONTINUATIONS)})\b)\w))"
)
"""An introductory phrase (`link`) without a comma, after a semicolon."""
CLAUSE_AFTER_LINK = lazy_pattern(
    r"\s+(?:an?|the|this|that|these|those|if|when|where|in|on|at|by|with|some|many|most|all|we|you|"
    r"they|he|she|it|I|there|my|our|your|its|their|his|her|no|one|two|each|every|[A-Z]\w+)\b"
)
"""What follows “For instance” that is not a noun it modifies: “For instance segmentation, …”."""
