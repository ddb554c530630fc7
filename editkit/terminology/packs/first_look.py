"""First look at a short text for rejected terms, which costs less than building a matcher."""

from editkit.core.glossary import Glossary, Term
from editkit.core.language import matches
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
        _may_have(term, joined, language)
        for concept in glossary.concepts
        for term in concept.terms
        if not term.status.usable and matches(term.lang, lang)
    )


def _may_have(term: Term, joined: str, language: Language) -> bool:
    if not term.forms and term.text.isascii():
        # A generated form differs from its term in one word.
        keys = tokens.token_keys(_WORDS.findall(term.text))
        if sum(key not in joined for key in keys) > 1:
            return False
    return any(
        all(tokens.key(part) in joined for part in form.text.split(GAP))
        for form in language.inflect(term)
    )
