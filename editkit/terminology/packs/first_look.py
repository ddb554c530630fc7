"""First look at a short text for rejected terms, which costs less than building a matcher."""

from collections.abc import Sequence
from functools import lru_cache

from editkit.core.glossary import Glossary, Term
from editkit.core.lazy_pattern import lazy_pattern
from editkit.languages import find_language
from editkit.languages.base import Language
from editkit.terminology.matcher import GAP
from editkit.text import tokens

_WORDS = lazy_pattern(r"\w+")


def may_have_rejected(glossary: Glossary, lang: str, text: str) -> bool:
    """Return whether `text` may contain a rejected term of `glossary`, in any of its forms.

    Words are compared by their keys, without the spaces between them, because a term is also
    found where they are joined.
    """
    joined, language = tokens.key(text), find_language(lang)
    return any(
        _may_have(term, keys, joined, language) for term, keys in _rejected_terms(glossary, lang)
    )


@lru_cache(maxsize=8)
def _rejected_terms(glossary: Glossary, lang: str) -> list[tuple[Term, Sequence[str]]]:
    """Return the rejected terms, and the keys of the words of those that are only inflected.

    A process takes several first looks, and making the keys would be most of the time of each.
    """
    return [
        (term, () if term.forms or not term.text.isascii() else _keys(term))
        for _, term in glossary.entries(lang)
        if not term.status.usable
    ]


def _keys(term: Term) -> Sequence[str]:
    return tokens.token_keys(_WORDS.findall(term.text))


def _may_have(term: Term, keys: Sequence[str], joined: str, language: Language) -> bool:
    # A generated form differs from its term in one word.
    missing = 0
    for key in keys:
        missing += key not in joined
        if missing > 1:
            return False
    return any(
        all(tokens.key(part) in joined for part in form.text.split(GAP))
        for form in language.inflect(term)
    )
