"""English: inflection, grammar and words for matching and replacing glossary terms."""

from collections.abc import Iterator

from editkit.core.glossary import Term
from editkit.languages.base import Form, Language, OpenForm, Slot, VerbUse
from editkit.languages.en.articles import fix_article, fix_article_before_own
from editkit.languages.en.compounds.hyphenated_terms import open_form
from editkit.languages.en.inflection import inflect, singular
from editkit.languages.en.noun_positions import (
    adds_determiner,
    determiner_length,
    is_noun_position,
    is_phrasal_verb,
    may_be_verb,
    verb_use,
)
from editkit.languages.en.sentence_fit import fits_sentence
from editkit.languages.en.slogans import with_other_comma
from editkit.languages.en.verb_phrases import inflect_like, is_verb_phrase, verb_ending
from editkit.languages.en.word_list import all_english, is_english
from editkit.languages.en.words.function_words import MINOR_WORDS
from editkit.text import casing


class English(Language):
    """English nouns, verbs, articles and words."""

    knows_words = True
    listed_slot = Slot.PLURAL
    minor_words = MINOR_WORDS

    def generate_forms(self, term: Term) -> Iterator[Form]:
        """Yield the plural or singular of a noun, or the other forms of a verb."""
        return inflect(term)

    def with_other_comma(self, text: str) -> str | None:
        """Return `One Belt, One Road` for `One Belt One Road`, and the reverse."""
        return with_other_comma(text)

    def is_word(self, word: str) -> bool:
        """Return whether `word` is in the English word list."""
        return is_english(word)

    def may_be_words(self, text: str) -> bool:
        """Return whether all words of `text` are in the English word list."""
        return all_english(text)

    def is_plural(self, text: str) -> bool:
        """Return whether a noun phrase looks plural."""
        return singular(text) is not None

    def has_same_grammar(self, old: str, new: str, slot: Slot) -> bool:
        """Return whether both are singular or both plural, or begin with the same verb form.

        A form other than the base form replaces the same form. A name can replace any term.
        """
        if slot is not Slot.BASE or casing.has_capital(new) or casing.has_capital(old):
            return True
        if self.is_plural(old) != self.is_plural(new):
            return False
        old_ending, new_ending = verb_ending(old), verb_ending(new)
        return " " not in old or old_ending == new_ending or (not old_ending and new_ending == "s")

    def is_past_phrase(self, text: str) -> bool:
        """Return whether `text` is a phrase such as `sold in the market`."""
        return verb_ending(text) == "ed" and is_verb_phrase(text)

    def inflect_like(self, old: str, new: str, *, has_auxiliary: bool) -> str | None:
        """Return `new` with the verb form of `old`, if only the verb of `old` is inflected."""
        old_ending, new_ending = verb_ending(old), verb_ending(new)
        differs = (old_ending and not new_ending) or (not old_ending and new_ending == "ing")
        if not differs:
            return None
        return inflect_like(old, new, old_ending, has_auxiliary=has_auxiliary)

    def open_form(self, term: str, before: str, after: str) -> OpenForm:
        """Return whether a hyphenated term is a compound or a phrase where it is open."""
        return open_form(term, before, after)

    def may_be_verb(self, text: str) -> bool:
        """Return whether the first word of a term may be a verb."""
        return bool(text.split()) and may_be_verb(text.split(maxsplit=1)[0])

    def is_phrasal_verb(self, text: str) -> bool:
        """Return whether a term is a verb with an adverb, such as `set up`."""
        return is_phrasal_verb(text)

    def verb_use(self, text: str, before: str, after: str) -> VerbUse:
        """Return whether a noun such as `parks` is a verb, as in `she parks there`."""
        return verb_use(text, before, after)

    def is_noun_position(self, before: str, after: str, slot: Slot) -> bool:
        """Return whether a verb form such as `setup` is a noun, as in `the setup takes long`."""
        return is_noun_position(before, after, is_plural=slot is not Slot.BASE)

    def adds_determiner(self, old: str, new: str) -> bool:
        """Return whether a term brings a determiner, as `our plant` does for `factory`."""
        return adds_determiner(old, new)

    def determiner_length(self, before: str) -> int:
        """Return the length of a determiner at the end of `before`, and of its space."""
        return determiner_length(before)

    def article_edit(self, before: str, old: str, new: str) -> tuple[int, str] | None:
        """Return how to change `a`, `an`, or an article before `own`."""
        return fix_article_before_own(before, old, new) or fix_article(before, old, new)

    def needs_possessive(self, before: str, old: str, new: str) -> bool:
        """Return whether an article has to become `its` before `own`."""
        return fix_article_before_own(before, old, new) is not None

    def fits_sentence(self, before: str, old: str, new: str, after: str) -> bool:
        """Return whether the article before `old` and the verb after it go with `new`, too."""
        return fits_sentence(before, old, new, after)


LANGUAGE = English()
